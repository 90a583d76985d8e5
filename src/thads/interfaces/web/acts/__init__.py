"""The acts on a case as forms: one row a verb, with its fields and the action it calls."""

from collections.abc import Mapping

from thads.interfaces.web.acts.ending import ENDING
from thads.interfaces.web.acts.filing import FILING
from thads.interfaces.web.acts.forms import Act, ActForm, CancelForm, Group, SendForm, Setting, Touch
from thads.interfaces.web.acts.measures import MEASURES
from thads.interfaces.web.acts.resting import RESTING
from thads.interfaces.web.acts.working import MANNERS, WORKING

ACTS: Mapping[str, Act] = {act.verb: act for act in (*WORKING, *MEASURES, *RESTING, *ENDING, *FILING)}
"""Every act of the table of lawful steps, in the order in which buttons stand within their group."""

__all__ = ["ACTS", "MANNERS", "Act", "ActForm", "CancelForm", "Group", "SendForm", "Setting", "Touch"]
