import uuid

from newsdesk.article.identity import is_id, new_id


def test_ids_are_version_7_unique_and_in_time_order() -> None:
    made = [new_id() for _ in range(2000)]
    assert len(set(made)) == len(made)
    assert {uuid.UUID(one).version for one in made} == {7}
    assert {uuid.UUID(one).variant for one in made} == {uuid.RFC_4122}
    assert [one[:13] for one in made] == sorted(one[:13] for one in made)


def test_an_id_has_one_form() -> None:
    made = new_id()
    assert is_id(made)
    assert not any(
        map(is_id, ("", "../../etc", made.upper(), f"{{{made}}}", made.replace("-", ""), f"{made} "))
    )
