"""Invented names of persons, banks and companies, and the places they live at; nobody real is meant."""

# ruff: noqa: E501  (lists of names)

from random import Random

FAMILY = (
    "Nguyễn", "Hoàng", "Ma", "Quan", "Hà", "Lý", "Bàn", "Triệu", "Nông", "Lương", "Đặng", "Trần", "Vũ", "Phạm",
    "Chẩu", "La", "Phùng", "Lê", "Đỗ", "Mai", "Tướng", "Hứa", "Âu", "Ngô", "Bùi",
)  # fmt: skip
MIDDLE_MEN = ("Văn", "Đức", "Minh", "Quang", "Xuân", "Hữu", "Công", "Trung", "Thanh", "Ngọc", "Mạnh", "Tiến")
MIDDLE_WOMEN = ("Thị", "Thị", "Thị Thu", "Thị Hồng", "Thị Minh", "Thị Ngọc", "Thu", "Hồng", "Bích", "Phương")
GIVEN_MEN = (
    "Hùng", "Dũng", "Thắng", "Tuấn", "Sơn", "Hải", "Long", "Nam", "Bình", "Cường", "Chiến", "Toàn", "Kiên", "Duy",
    "Hiếu", "Đạt", "Phúc", "Lâm", "Khánh", "Thịnh", "Quyết", "Tùng", "Vinh", "Hoàn", "Đông", "Luân", "Trường",
)  # fmt: skip
GIVEN_WOMEN = (
    "Hương", "Lan", "Hoa", "Mai", "Hằng", "Thảo", "Huyền", "Trang", "Yến", "Nhung", "Loan", "Hạnh", "Liên", "Dung",
    "Tuyết", "Vân", "Oanh", "Thúy", "Nga", "Ánh", "Xuân", "Quỳnh", "Diệp", "Hiền", "Thơm", "Duyên",
)  # fmt: skip
BANKS = (
    "Ngân hàng TMCP Sông Lô (hư cấu)", "Ngân hàng TMCP Tân Trào (hư cấu)", "Quỹ tín dụng nhân dân Minh Xuân (hư cấu)",
    "Ngân hàng TMCP Núi Dùm (hư cấu)", "Công ty tài chính Hồng Thái (hư cấu)",
)  # fmt: skip
COMPANIES = (
    "Công ty TNHH Xây dựng Thác Bà (hư cấu)", "Công ty cổ phần Chè Đồi Xanh (hư cấu)",
    "Hợp tác xã Cam Sành Phong Thổ (hư cấu)", "Công ty TNHH Vận tải Kim Bình (hư cấu)",
    "Công ty cổ phần Giấy Sông Gâm (hư cấu)", "Công ty TNHH Thương mại Bình Ca (hư cấu)",
)  # fmt: skip
STATE = "Ngân sách nhà nước"
PLACES = {
    "TQ.NV": "tỉnh Tuyên Quang",
    "TQ.TP": "thành phố Tuyên Quang",
    "TQ.YS": "huyện Yên Sơn",
    "TQ.SD": "huyện Sơn Dương",
    "TQ.HY": "huyện Hàm Yên",
    "TQ.CH": "huyện Chiêm Hóa",
    "TQ.NH": "huyện Na Hang",
    "TQ.LB": "huyện Lâm Bình",
}


def person(chance: Random) -> str:
    """Return an invented person's full name."""
    if chance.random() < 0.6:
        return f"{chance.choice(FAMILY)} {chance.choice(MIDDLE_MEN)} {chance.choice(GIVEN_MEN)}"
    return f"{chance.choice(FAMILY)} {chance.choice(MIDDLE_WOMEN)} {chance.choice(GIVEN_WOMEN)}"


def address(unit: str, chance: Random) -> str:
    """Return an invented address in the unit's place."""
    return f"Thôn {chance.randint(1, 24)} (địa chỉ hư cấu), {PLACES[unit]}"


def court(unit: str) -> str:
    """Return the court whose judgments the unit enforces."""
    return f"Tòa án nhân dân {PLACES[unit]}"
