"""`thads signers` as an officer and as a script use it."""

import json
from collections.abc import Callable

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.database_independent]
Thads = Callable[..., str]


def test_the_head_of_the_district_signs_for_the_district(thads: Thads) -> None:
    told = thads("signers", "deferral", "--agency", "TQ.CH")

    for words in (
        "Quyết định hoãn thi hành án, TQ.CH, ngày 05/7/2024",
        "ký theo thẩm quyền (L08 Đ48)",
        "CHI CỤC TRƯỞNG",
    ):
        assert words in told


def test_the_head_of_the_province_signs_for_its_room(thads: Thads) -> None:
    found = json.loads(thads("signers", "request_return", "--agency", "TQ.NV", "--on", "1/7/2026", "--json"))

    assert found["on"] == "2026-07-01"
    assert [(one["agency"], one["how"], one["titles"]) for one in found["signers"]] == [
        ("TQ", "S", ["TRƯỞNG THI HÀNH ÁN DÂN SỰ TỈNH TUYÊN QUANG"]),
        (
            "TQ", "D",  # the demonstration's deputy has it in writing
            [
                "KT. TRƯỞNG THI HÀNH ÁN DÂN SỰ TỈNH TUYÊN QUANG",
                "PHÓ TRƯỞNG THI HÀNH ÁN DÂN SỰ TỈNH TUYÊN QUANG",
            ],
        ),
    ]  # fmt: skip


def test_an_act_that_the_day_does_not_know_has_no_signer(thads: Thads) -> None:
    assert "Không có ai ký được" in thads(
        "signers", "request_return", "--agency", "TQ.NV", "--on", "30/6/2026"
    )


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("dance", "--agency", "TQ"), "không có trong bảng thẩm quyền ký"),
        (("deferral", "--agency", "XX"), "Không có cơ quan mang mã “XX”"),
        (("deferral", "--agency", "TQ", "--on", "mai"), "không phải là ngày"),
    ],
)
def test_what_cannot_be_asked_is_told(thads: Thads, arguments: tuple[str, ...], words: str) -> None:
    assert words in thads("signers", *arguments, code=2)
