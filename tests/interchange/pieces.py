"""Pieces of our own in the shapes that real ones come in."""

from newsdesk.article.blocks import Divider, Embed, Figure, Heading, ListItem, text_of
from newsdesk.interchange.incoming import Incoming

HEADLINE = "Mèo Vạc: Chợ phiên đá xám nhộn nhịp ngày cuối tuần"
STANDFIRST = (
    "Từ sáng sớm chủ nhật, hàng nghìn người dân các xã vùng cao đã đổ về chợ phiên thị trấn, "
    "mang theo ngô nếp, mật ong bạc hà và những câu chuyện của một tuần lao động."
)
LONG = (
    "Chợ họp trên một khoảng sân rộng lát đá, nằm giữa hai dãy núi dựng đứng. Người bán ngồi thành từng "
    "dãy theo mặt hàng: dãy rau cải và đậu răng ngựa, dãy lanh và váy áo, dãy nông cụ rèn tay của thợ rèn "
    "xã bên. Ông Vừ Mí Già, 62 tuổi, cho biết ông đi bộ từ ba giờ sáng để kịp bán hai con lợn đen nuôi "
    "suốt một năm qua."
)
SECOND = (
    "Ban quản lý chợ năm nay bố trí thêm điểm thu gom rác, khuyến khích bà con dùng gùi tre và lá chuối "
    "thay cho túi ni lông. Sau ba phiên đầu, lượng rác thải nhựa giảm thấy rõ."
)
THIRD = (
    "“Chợ sạch thì khách ở lại lâu hơn, hàng bán nhiều hơn”, chị Giàng Thị Mỷ, người bán thổ cẩm, chia sẻ."
)
ADDRESS = "https://truyenhinh.example/doi-song-xa-hoi/202411/meo-vac-cho-phien-da-xam-nhon-nhip-1a2b3c4/"
BYLINES = "Vừ Sính – Lò Minh – Phương Thảo"
NAMES = ["Vừ Sính", "Lò Minh", "Phương Thảo"]


def piece(*lines: str, end: str = "\n") -> str:
    """Lines as a file has them."""
    return "".join(line + end for line in lines)


def shape(incoming: Incoming) -> list[str]:
    """The body in brief: a letter for the kind of each block, and its text."""
    letters = {Heading: "H", ListItem: "L", Figure: "F", Divider: "-", Embed: "E"}
    return [f"{letters.get(type(block), 'P')} {text_of(block)}".rstrip() for block in incoming.article.blocks]


def names(incoming: Incoming) -> list[str]:
    """The names that sign, in order."""
    return [byline.name for byline in incoming.article.bylines]


def codes(incoming: Incoming) -> set[str]:
    """The codes of the notes."""
    return {note.code for note in incoming.notes}
