"""`thads serve` takes the port wished for, or the next free one."""

import pytest

from thads.interfaces.cli.serve import free_listener
from thads.kernel.refusals import Refusal

pytestmark = pytest.mark.database_independent


def test_a_taken_port_gives_the_next_free_one() -> None:
    with free_listener("127.0.0.1", 0) as taken:
        taken.listen()
        wished = taken.getsockname()[1]
        with free_listener("127.0.0.1", wished) as found:
            assert wished < found.getsockname()[1] <= wished + 50


def test_an_address_of_another_machine_is_refused_in_a_sentence() -> None:
    with pytest.raises(Refusal, match="Không mở được cổng"):
        free_listener("192.0.2.1", 8000)
