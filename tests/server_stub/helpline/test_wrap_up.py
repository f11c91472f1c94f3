"""What a wrap-up may name: codes of the model in force are looked up, earlier ones kept (R127–R130)."""

from dataclasses import replace

import pytest

from server_stub.helpline.conversation_commands import WrapUp
from server_stub.helpline.service_model import Code, CodeId, Service, ServiceModel
from server_stub.helpline.wording import Wording
from server_stub.helpline.wrap_up import unfit_codes
from server_stub.settings.resources import find_resources
from server_stub.settings.service_model_file import read

NOW_IN_FORCE = 4


def a_service() -> Service:
    """The first service of the example, with two reasons and two outcomes."""
    model = read(find_resources() / "service_models" / "esimerkki.yaml")
    assert isinstance(model, ServiceModel)
    return model.services[0]


def codes(*names: str) -> tuple[Code, ...]:
    return tuple(Code(CodeId(name), Wording(name, name, name)) for name in names)


def asked(
    *reasons: str, outcome: str | None = "ohjattu", version: int = NOW_IN_FORCE, service: Service | None
) -> str | None:
    """Why not, or None."""
    command = WrapUp("c" * 32, reasons, outcome, "", version, 2)
    problem = unfit_codes(command, service, version=NOW_IN_FORCE)
    return problem.code if problem else None


@pytest.mark.parametrize(
    ("reasons", "outcome", "told"),
    [
        (("muu",), "ohjattu", None),
        (("muu", "velka", "perhe", "lasu"), "pta", None),
        (("muu", "velka", "perhe", "lasu", "ika"), "pta", "code_not_listed"),
        (("muu", "muu"), "pta", "code_not_listed"),
        (("ei_ole",), "pta", "code_not_listed"),
        (("muu",), "ei_ole", "code_not_listed"),
        (("muu",), None, "wrap_up_incomplete"),
        ((), "pta", "wrap_up_incomplete"),
    ],
)
def test_codes_of_the_model_in_force_are_those_of_the_service(
    reasons: tuple[str, ...], outcome: str | None, told: str | None
) -> None:
    """R128, R129: one main reason, up to three more, one outcome."""
    assert asked(*reasons, outcome=outcome, service=a_service()) == told


def test_each_service_has_its_own_outcomes() -> None:
    """R130: what another service of the same county uses is not this one's."""
    service = replace(a_service(), outcomes=codes("puhelin"))
    assert asked("muu", outcome="puhelin", service=service) is None
    assert asked("muu", outcome="ohjattu", service=service) == "code_not_listed"


def test_where_nothing_is_listed_nothing_is_needed() -> None:
    """A county that lists no reasons must not end up with conversations that cannot be closed."""
    bare = replace(a_service(), contact_reasons=(), outcomes=())
    assert asked(outcome=None, service=bare) is None
    assert asked(outcome=None, service=None) is None


def test_a_late_wrap_up_keeps_the_codes_of_its_own_model() -> None:
    assert asked("poistettu", outcome="vanha", version=NOW_IN_FORCE - 1, service=a_service()) is None
    assert asked("muu", version=NOW_IN_FORCE + 1, service=a_service()) == "code_not_listed"
