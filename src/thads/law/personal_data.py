"""Which fields of the tables hold personal data (L25 Đ5.1, 16.1đ): one declared table, checked by a test.

Every field of every model is declared `personal` or `not_personal`, under `[fields.<room>.<Model>]`.
"""

from dataclasses import dataclass
from enum import StrEnum

from thads.law.loading import Fields


class Sensitivity(StrEnum):
    """Whether reading the field is reading personal data."""

    PERSONAL = "personal"
    NOT_PERSONAL = "not_personal"


@dataclass(frozen=True, slots=True)
class PersonalFields:
    """Declared fields, keyed `room.Model.field`."""

    declared: dict[str, Sensitivity]

    def is_declared(self, field: str) -> bool:
        """Say whether somebody has decided about the field."""
        return field in self.declared

    def is_personal(self, field: str) -> bool:
        """Say whether the field holds personal data; an undeclared one counts as personal."""
        return self.declared.get(field, Sensitivity.PERSONAL) is Sensitivity.PERSONAL


def read_personal_fields(file: Fields) -> PersonalFields:
    """Read the table; refuse a word that is neither personal nor not_personal."""
    declared: dict[str, Sensitivity] = {}
    for room, models in file.table("fields").each():
        for model, fields in models.each():
            for field in fields.names():
                declared[f"{room}.{model}.{field}"] = fields.choice(field, Sensitivity)
    file.finish()
    return PersonalFields(declared)
