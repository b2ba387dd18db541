"""What the articles of a case make of its names together: which are people's, firms', places', and what comes from the places."""

from collections import Counter
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from msgspec import Struct

from briefing.extraction.described import governed
from briefing.extraction.draft import FIRM, THING, VESSEL
from briefing.extraction.known import origins_of, places_of
from briefing.extraction.naming import given_gender, words

_SHARE = 4
"""One article in so many that takes a word for a place is right, where no full name has that word."""
_SETTLED = 2
"""What the case says of a name, beside one label of the entity recogniser."""


class Bearers(Struct, frozen=True):
    """Folded names by what bears them."""

    people: AbstractSet[str]
    firms: AbstractSet[str]
    """By what they go by for short."""
    located: AbstractSet[str]
    """Labelled as places."""
    bodies: AbstractSet[str]
    """Labelled as bodies and never as places, and in nobody's full name."""
    officers: AbstractSet[str]
    """Named beside an office."""
    lands: AbstractSet[str]
    """Those that a people or a government is named for."""
    natives: AbstractSet[str]
    """Words for what comes from a place."""
    borne: AbstractSet[str]
    """The words of people's full names."""
    told: Mapping[str, str]
    """Ships, things and firms that are said to be some, with their labels."""

    def settled(self, key: str) -> Counter[str]:
        """Return the labels that the case as a whole gives to a name, with their weights."""
        if key in self.told:
            return Counter({self.told[key]: 2 * _SETTLED})
        if key in self.lands:
            return Counter(GPE=_SETTLED)
        if key in self.firms:
            return Counter(ORG=_SETTLED)
        if key in self.natives:
            return Counter(NORP=_SETTLED)
        return Counter(PERSON=_SETTLED) if key in self.borne else Counter()

    def are_two(self, key: str) -> bool:
        """Tell whether a word joins two names by a hyphen that are somebody's each ("the Kos-Berg ticket"), and is nobody's name itself."""
        parts = key.split("-")
        return len(parts) > 1 and " " not in key and key not in self.borne and all(p in self.borne for p in parts)

    def counts(self, key: str, canonical: str) -> bool:
        """Tell whether the label of a name counts for the name it goes under: a mere surname says nothing of a person's."""
        return key == canonical or canonical not in self.people or " " not in canonical


def bearers(
    labels: Mapping[str, Counter[str]],
    proper: AbstractSet[str],
    keys: AbstractSet[str],
    roles: Iterable[tuple[str, str]] = (),
) -> Bearers:
    """Return what bears the `proper` names of a case.

    `labels` are those of each in all articles, `keys` all that is named or described, `roles` what stands beside names.
    """
    people = {
        key
        for key, votes in labels.items()
        if (own := votes["PERSON"] + votes["AUTHOR"])
        and 2 * own + bool(given_gender(key)) > votes.total()
        and not set(key.split()) & words("newsroom")
        and not _is_of_a_body(key)
    }
    told = {key: label for key, votes in labels.items() for label in (FIRM, THING, VESSEL) if votes[label]}
    people -= told.keys()
    borne = {word for key in people if " " in key and not {"of", "-"} & {*key.split()} for word in key.split()}
    told = {key: label for key, label in told.items() if label != FIRM or key not in borne}
    firms = _firms(proper, borne)
    towns = {
        key
        for key, votes in labels.items()
        if " " not in key and key not in borne | firms and 0 < votes["PERSON"] <= _SHARE * votes["GPE"]
    }
    people -= firms | towns
    located = {key for key, votes in labels.items() if votes["GPE"] + votes["LOC"] > votes["ORG"]} | towns
    bodies = {
        key
        for key, votes in labels.items()
        if votes["ORG"] + votes[FIRM] and not votes["GPE"] + votes["LOC"] and key not in borne
    }
    officers = {key for key, role in roles if role.rpartition(" ")[2] in words("roles")}
    named_for = places_of(keys, proper) | (proper & {governed(key) for key in keys})
    lands = towns | {key for key in named_for if key not in people or " " not in key or key in located}
    natives = origins_of(proper, located | lands) - borne
    return Bearers(
        people, firms - lands, located, bodies - lands, officers, lands - natives, natives, borne - lands, told
    )


def _is_of_a_body(key: str) -> bool:
    """Tell whether a folded name is a body's by its last word, or by the last before "of"."""
    return bool({*key.partition(" of ")[0].split()[-1:]} & words("bodies"))


def _firms(proper: AbstractSet[str], borne: AbstractSet[str]) -> set[str]:
    """Return the single words with which firms' names begin, and nobody's name has: what the firms go by for short."""
    starts = {parts[0] for key in proper if len(parts := key.split()) == 2 and parts[1] in words("ventures") - {"air"}}
    return starts - borne
