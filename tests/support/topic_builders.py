"""What pre-information can be refined and corrected to, as the builders' service model has it."""

from __future__ import annotations

from app.domain.conversation import Topic
from app.domain.ids import QueueId
from app.domain.pre_information import QueueRef, ServiceTopic, ServiceTopics
from tests.support.example_data import ADULTS, COMMON_FI, COMMON_SV, DISABILITY, FAMILIES

PERSONAL = Topic("vp_apu", {"fi": "Henkilökohtainen apu", "sv": "Personlig assistans"})
MOBILITY = Topic(
    "vp_liikkuminen", {"fi": "Liikkumisen tuki ja kuljetukset", "sv": "Stöd för rörlighet och färdtjänst"}
)
INCOME = Topic(
    "toimeentulo", {"fi": "Toimeentulo ja raha-asiat", "sv": "Utkomst och ekonomi", "en": "Income"}
)
DISABILITY_TOPIC = Topic("vammaispalvelut", {"fi": "Vammaispalvelut", "sv": "Funktionshinderservice"})
_NAMES = {
    ADULTS: ("Aikuissosiaalityö", "Vuxensocialarbete"),
    FAMILIES: ("Perheasiat", "Familjefrågor"),
    DISABILITY: ("Vammaispalvelut", "Funktionshinderservice"),
    COMMON_FI: ("Ohjaus ja neuvonta · suomi", "Rådgivning · finska"),
    COMMON_SV: ("Ohjaus ja neuvonta · svenska", "Rådgivning · svenska"),
}


def a_topic(topic: Topic, queue_id: QueueId, *finer: Topic) -> ServiceTopic:
    """Finnish to its queue, Swedish and English to the common ones."""
    return ServiceTopic(topic, finer, {"fi": _ref(queue_id), "sv": _ref(COMMON_SV), "en": _ref(COMMON_FI)})


def _ref(queue_id: QueueId) -> QueueRef:
    finnish, swedish = _NAMES[queue_id]
    return QueueRef(queue_id, {"fi": finnish, "sv": swedish})


def the_services(service_id: str = "sosiaalineuvonta") -> tuple[ServiceTopics, ...]:
    """One service: disability services have finer topics (R069), the others none."""
    return (
        ServiceTopics(
            service_id,
            {"fi": "Sosiaalipalvelujen neuvonta", "sv": "Socialservicens rådgivning"},
            (
                a_topic(INCOME, ADULTS),
                a_topic(Topic("perhe", {"fi": "Perhe ja lapset", "sv": "Familj och barn"}), FAMILIES),
                a_topic(DISABILITY_TOPIC, DISABILITY, PERSONAL, MOBILITY),
                a_topic(Topic("muu", {"fi": "Muu asia", "sv": "Annat ärende"}), COMMON_FI),
            ),
        ),
    )
