"""What each rule needs in order to speak."""

NEEDS = {
    "values that cannot both be": "two figures in one unit, both affirmed, whose ranges do not meet",
    "one event at two times": "two times for one event, both affirmed, that do not meet",
    "one deed, two who did it": "two names for who did it, both affirmed",
    "scopes that exclude each other": "two answers to how many of the same things, such as all and none",
    "a report and its denial": "one who holds the point to be so, certainly or probably, and one who denies it in so many words",
    "held to be so and not so": "one who holds the point to be so and one who holds that it is not so, each certainly or probably",
    "opposite points": "two points that are true exactly when the other is false, both held to be so or both not, certainly or probably",
    "possible to one, ruled out by the other": "one who thinks the point possible or fears it, and one who is sure, or nearly, of the contrary",
    "for it and against it": "one who wants, offers, demands or supports the point, and one who refuses, rejects, opposes or fears it",
    "a will and a fact against it": "one who is for the point or against it, and one who holds the contrary to be so, certainly or probably",
    "points that exclude each other": "two points that cannot both hold, each affirmed",
    "a point without what it requires": "a point that is affirmed, and the denial of another that it cannot hold without",
    "a later report by the same holder": "two stands of one holder that clash, in sources of different dates",
    "the same stand": "the same commitment to one point in two sources",
}
"""By the name of the rule; each goes on from "it needs"."""
