"""Delivering to a real demonstration CMS."""

from making.delivering import DAI, Press, Station, jpeg, piece
from newsdesk.article.model import Status
from newsdesk.desk.delivering import DeliveryState


def test_a_piece_arrives_whole(press: Press, station: Station) -> None:
    article = piece(photos=3)
    press.set_up(article)
    result = press.delivering.deliver(press.delivering.queue(article.id, DAI, Status.PUBLISHED))
    assert result.problem is None
    assert result.state is DeliveryState.DONE
    assert result.receipt is not None
    assert result.receipt.differences == ()
    assert (result.receipt.status, result.receipt.destination) == ("published", DAI)
    assert result.receipt.url.startswith(station.url)
    assert station.articles() == [article.id]
    assert station.photo_digests() == sorted(jpeg(number).sha256 for number in (1, 2, 3))
