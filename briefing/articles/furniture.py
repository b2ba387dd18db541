"""What stands around an article and is not of it, recognised by its words.

The lists name what newsroom pages, wire copy, press releases, newsletters and weblogs put above and below a story.
Nothing here knows any particular outlet.
"""

import re

from briefing.articles.dates import is_date_line
from briefing.articles.paragraphs import sentences
from briefing.dossier import PassageKind

_NUMBER = r"(?:no|\d(?:[\d,.]*\d)?|one|two|three|four|five|six|seven|eight|nine|ten)"


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in patterns), re.IGNORECASE)


COMMENT_FRAME = _any(
    rf"^{_NUMBER} (?:comments?|replies|responses|reactions)\b(?:\s*[:.|·•/]|$| so far| on )",
    r"^(?:comments?|responses|discussion|join the (?:conversation|discussion))\s*(?:\(\d+\))?\s*:?$",
    r"^(?:comments?)\s*(?:\(\d+\)|:)",
    r"^(?:post|leave|add|write) a (?:comment|reply)\b",
    r"^(?:log|sign) in to (?:comment|reply|join)",
    r"\bcomments are (?:closed|off|open|moderated)\b",
)
"""Opens the readers' corner: nothing after it is the article's."""

_SHORT = _any(
    r"^(?:share|tweet|print|save|e-?mail) (?:this|on|via)\b",
    r"\bshare this (?:post|story|article|digest|page)\b",
    r"^(?:like this|facebook|twitter|whatsapp|copy link|advertisement|sponsored|promoted)\s*:?$",
    r"^for (?:immediate )?release\s*(?:[:–—-]|$|(?:on|at) \d|\d)",
    r"^(?:un)?subscribe\b",
    r"\bunsubscribe\b",
    r"^sign up\b",
    r"\bsign up (?:here|for (?:our|the|more|alerts|free)|at|to (?:our|the))\b",
    r"\b(?:subscribe|register) (?:here|now|today|for (?:free|full|access)|to (?:our|the|this))\b",
    r"^subscribe to\b",
    r"\bforwarded (?:this|to you)\b",
    r"\bforward (?:it|this(?: \w+)?) to\b",
    r"\bbecome a (?:member|subscriber|supporter)\b",
    r"\b(?:our|a|free) (?:free )?(?:weekly |daily |morning )?newsletter\b",
    r"^(?:please )?(?:donate\b|support (?:(?:our|local|independent|quality) )+(?:news|journalism|reporting|work))\b",
    r"\bdonate (?:at|here|now)\b",
    r"^follow (?:us|(?:the|our) [\w ]{1,30}\b(?:on|at))\b",
    r"\bfollow us (?:on|for|at)\b",
    r"\b(?:again|available|listen|watch|read|more) on (?:the|our) [\w ]{1,30} app\b",
    r"^(?:get|download) (?:the|our)\b.*\b(?:phone|app|tablet|inbox)\b",
    r"^(?:listen|watch) (?:again|live|(?:to )?the (?:full|podcast|episode|programme))\b",
    r"^(?:\W*)(?:read|click|see|follow|continue)\b.*\b(?:full|original) (?:story|article|report|text|interview|version)\b",
    r"^(?:read (?:more|next|also|on|the original)|continue reading|more from|more on)\b|^(?:related(?: \w+)?|recommended(?: \w+)*|trending(?: now)?|more \w+)\s*:|^(?:related|recommended|trending)(?: (?:articles|stories|posts|links|for you|now))?$",
    r"^(?:most (?:read|popular|viewed)|you (?:may|might) (?:also )?like|see also|editors?[’']s? picks?|up next|don[’']t miss|next (?:week|issue|month)(?: in [^:.]{1,30})?:|also in this)",
    r"^(?:older|newer|previous|next) (?:posts?|stories|articles?|entries)$",
    r"\bfor subscribers only\b|\bsubscribers only\b",
    r"^(?:©|&copy;|\(c\)\s+(?:copyright\b|\d{4}\b|(?:[A-Z][\w.&’'-]*\s?){1,5}$))",
    r"\b(?:copyright|©)\s*(?:\(c\)\s*|©\s*)?(?:19|20)\d\d\b",
    r"\ball rights reserved\b",
    r"\b(?:reproduction|republication|redistribution|reposting|reuse) (?:\w+ ){0,4}(?:is|only|allowed|permitted|prohibited|forbidden|welcome)\b",
    r"\bmay (?:not )?be (?:reproduced|republished|redistributed|rebroadcast|downloaded)\b",
    r"^\W*(?:\w+[,:;]? ){0,2}not for (?:rebroadcast|publication|distribution|use (?:before|after))\b",
    r"^distributed by\b",
    r"^buy (?:me|us) a coffee\b",
    r"\b(?:sponsored|supported) by (?:listeners|readers|viewers|members|our)\b|\bpodcast sponsored\b",
    r"\bversion of this (?:column|article|story|essay|post|interview|piece) (?:first |originally )?(?:ran|appeared|was published)\b",
    r"^(?:weather|tides|sunrise|lottery)\s*:",
    r"^\W*(?:more like this|previous post|next post|previously|next up|previous|next)\s*:",
    r"\breply to this (?:message|e-?mail)\b|\bfound (?:a mistake|an error)\?",
    r"^(?:official|unofficial|authori[sz]ed) translation\b",
    r"\blicen[cs]ing rights\b",
    r"^\(?(?:additional |with )?(?:reporting|writing|editing|edited|compiled|written|translated|translation|graphics|production|research)\b(?: and (?:editing|writing|reporting))? by\b(?!.*\?\W*$)",
    r"^\(?(?:reporting|writing|editing|text|words|photos|pictures)\s*:\s",
    r"[;.] ?edit(?:ing|ed) by\b",
    r"^(?:posted|published|filed|categori[sz]ed|tagged|listed) (?:in|under)\b",
    r"^(?:tags?|labels?|categor(?:y|ies)|topics?|section|keywords)\s*:",
    r"\btags?\s*:\s*\w+,",
    r"^for immediate (?:release|publication|use)\b|^embargo(?:ed)?\b|^not for release\b",
    r"^(?:press|news|media) (?:release|statement|notice)\W*$|^public notice\b",
    r"^(?:media|press|news) (?:contacts?|inquir(?:y|ies)|enquir(?:y|ies)|office|desk|line)\s*[:|]",
    r"^for (?:more|further|media|press|all)? ?(?:information|interviews?|inquir(?:y|ies)|enquir(?:y|ies)|details)\b.{0,40}[:@]",
    r"^(?:contacts?|tel(?:ephone)?|phone|fax|e-?mail|investor relations|registered office|corrections|tips|letters)\b\.?\s*[:(+]",
    r"^notes? (?:to|for) editors?\b|^[-–—* ]*ends?[-–—* ]*[.]?(?:$| notes?\b)|^#{2,}$|^-\s?30\s?-$",
    r"^about (?:us|the author|[A-Z][\w& ]{1,40}):",
    r"\bforward-looking\b",
    r"\bviews (?:expressed )?(?:here |above |of guests )?(?:are|do not)\b.*\b(?:own|those|reflect|represent|necessarily)\b",
    r"\bviews (?:expressed )?(?:are|is) (?:his|her|their|my|the author[’']s) own\b",
    r"\btranscripts?\b.{0,50}\bmay contain errors\b|\btranscripts? (?:may contain|(?:has been |was )?(?:checked|edited|typed))",
    r"^edited transcript\b",
    r"^[^.!?]+, [^.!?]+, \d{2,4} (?:pp|pages)\b\W*$",
    r"\b(?:was|has been|have been|is|were|lightly) (?:lightly )?(?:edited|condensed|shortened|abridged)(?: and \w+)?(?: for (?:length|clarity|print|space|style|\w+ and \w+))",
    r"^(?:translated|translation) from\b",
    r"\bphotographs? (?:may|by|at)\b",
    r"\bour standards\b",
    r"\bis (?:authori[sz]ed|regulated|registered|licensed)\b.*\b(?:regulated|registered (?:office|charity|in)|by the)\b.*\b(?:office|no\.|number|donate|company)\b",
    r"\bregistered (?:office|charity|trade ?marks?|marks?)\b",
    r"\bmailbox is (?:not|un)\s?monitored\b|\bdo not reply to this\b",
    r"\b(?:we|this (?:site|website|page)) uses? cookies\b|^(?:accept|manage|reject) (?:all )?cookies\b|\bcookie (?:policy|settings|notice|preferences)\b",
    r"\b(?:terms (?:of (?:use|service)|and conditions)|privacy (?:policy|notice))\b",
    r"\b(?:tell us your story|send us your (?:pictures|photos|story|stories|views)|got a (?:tip|story)|tips\? write|tip us|write to us|letters to the editor|reply to \S+@|welcomes letters|are you affected\?|did you \w+\? send)\b",
    r"\bcall the newsdesk\b|\blinks? (?:at the foot|were working|in bio)\b",
    r"\b(?:this page was )?last updated (?:at|on)\b|^updated (?:at|on)?\s*\d",
    r"\byou are receiving this\b|\byou signed up\b|\bview (?:this )?(?:e-?mail )?in (?:your )?browser\b",
    r"\ban earlier version of this (?:article|story|post|report) (?:gave|misstated|misspelled|misspelt|misidentified|omitted)\b.{0,120}$",
    r"^(?:page \d+(?: of \d+)?|\d+ ?/ ?\d+|page \w+ of \w+)$",
    r"^\(?1 [\w ]+ = [\d.,]+ [\w ]+\)?$",
    r"^(?:skip to (?:main )?content|menu|search|home|back to top|log in|sign in|my account)$",
    r"^(?:win|enter) .*\b(?:see page|terms apply|enter now)\b",
    r"\bwe ask the media to respect the privacy\b",
    r"^issued (?:at|in|by)\b[^.]{0,60}\.?$",
    r"^(?:our|your) (?:\w+-minute|(?:mon|tues|wednes|thurs|fri|satur|sun|to)day|daily|weekly|weekend|morning|evening) (?:digest|briefing|round-?up|newsletter|review)\b",
    r"\bcompiles? (?:\w+ )?headlines\b|\bdo(?:es)? not verify the reports\b",
    r"^we read the papers\b|\breads the papers so (?:that )?you\b|\bsummari[sz]es reporting by\b",
    r"^(?:picked|compiled|curated|collected)\b.{0,40}\bby (?:our|the) (?:desk|editors?|team|staff)\b|\b(?:picked|curated|compiled) by our (?:desk|editors?|team)\b",
    r"^[\w ]{1,40} is (?:compiled|edited|written|produced|published) by\b|\bdoes no reporting of its own\b|\bis (?:free and )?reader-supported\b",
)
_CREDIT = _any(
    r"^(?:photos?|photographs?|pictures?|images?|illustrations?|graphics?|video|cartoon|caption|file photo|pictured|above|below)\s*(?::|/|by\b|credit)",
    r"(?:^|[.|(;–—-]\s*)(?:photos?|photographs?|pictures?|images?|photo credit|credit|courtesy|illustration)\s*(?::|…|\.\.\.|/)\s*\S",
    r"\((?:[A-Z][\w’'. ]+ )?(?:photo|file|handout|library|archive)s?(?:[ /][^)]{0,60})?\)\W*$",
    r"(?:/|\bvia )\s*(?:getty(?: images)?|reuters|afp|ap|epa|alamy|shutterstock)\W*$",
)
_LONGEST_LINE = 60
MOST_CHARACTERS = 600
"""What is longer is no furniture."""
_CONTACT = re.compile(
    r"\S@\S+\.\w{2,}|\b(?:https?://|www\.)\S+|\b[\w-]+\.(?:example|com|org|net|info|news|gov)\b(?:/\S*)?|\b\d{3}[- ]\d{4}\b|\bext\. ?\d+"
)
_CUT_OFF = re.compile(
    r"\w\s?(?:\.\.\.|…|\[(?:…|\.\.\.)\])\W*(?:(?:continue reading|read more|more)\W*)?$", re.IGNORECASE
)
_SEPARATOR = re.compile(r"\s[|·•›»/>—–]\s|\s{2,}|\t")
_BAR = re.compile(r"\s[|·•]\s")
SECTION = _any(
    r"^(?:opinion|opinions|analysis|news|business|sports?|politics|world|editorial|comment|commentary|features?|letters|live|exclusive"
    r"|breaking(?: news)?|culture|science|technology|health|local|national|international|money|interview|statement|briefing|digest|op-?ed)[^\w.!?]*$",
)
_DISCLOSURE = re.compile(
    r"\b(?:paid (?:consultant|adviser|advisor|by)|owns|shares|shareholder|stake|funded|receives|received|lobby\w*|invest\w+"
    r"|consultant|contacted|asked|approached|declined|did not (?:reply|respond))\b",
    re.IGNORECASE,
)
_REPORTS = re.compile(
    r"\b(?:said|says|told|announced|confirmed|denied|withdrew|resigned|died|would|will)\b", re.IGNORECASE
)
_FIGURE = re.compile(r"\b\d{2,}\b")
_LOGISTICS = _any(
    r"^(?:s?he|they|we|i) (?:spoke|talked|met|reached|was reached|interviewed|was interviewed)\b.*\b(?:by|over|via|on) (?:the )?(?:tele)?(?:phone|video(?: ?link| call)?|satellite link|zoom|e-?mail)\b",
    r"^(?:the|this) (?:interview|conversation|transcript) (?:(?:was|has been) (?:\w+ )?(?:edited|condensed|shortened|translated|recorded|conducted)|took place)\b",
)


def words(line: str) -> int:
    """Return how many words a line has."""
    return len(line.split())


def is_menu(line: str) -> bool:
    """Tell whether a line is a row of short labels: `Home | News | Sport`."""
    items = [item for item in _SEPARATOR.split(line) if item.strip()]
    return len(items) >= 3 and all(words(item) <= 4 and not item.rstrip().endswith((".", "?", "!")) for item in items)


def is_cut_off(line: str) -> bool:
    """Tell whether a paragraph breaks off as the teaser of another page does."""
    return bool(_CUT_OFF.search(line))


def is_contact(line: str) -> bool:
    """Tell whether a line has an address, a link or a telephone number."""
    return bool(_CONTACT.search(line))


def is_disclosure(sentence: str) -> bool:
    """Tell whether a note about an author or outlet states an interest or an attempt to hear the other side: a claim."""
    return bool(_DISCLOSURE.search(sentence))


def is_about_itself(note: str) -> bool:
    """Tell whether a note set apart from the story reports nothing: neither what happened nor an interest."""
    return not (_REPORTS.search(note) or _DISCLOSURE.search(note) or _FIGURE.search(note))


def of_line(line: str) -> PassageKind | None:
    """Return what a whole line is if it is furniture wherever it stands, else None."""
    if len(line) > MOST_CHARACTERS or words(line) > _LONGEST_LINE:
        return None
    if _CREDIT.search(line):
        return PassageKind.CAPTION
    if is_date_line(line) or SECTION.search(line) or is_menu(line):
        return PassageKind.BOILERPLATE
    if any(_SHORT.search(part) or COMMENT_FRAME.search(part) for part in (line, *_BAR.split(line))):
        return PassageKind.BOILERPLATE
    return None


def of_paragraph(text: str) -> PassageKind | None:
    """Return what a paragraph is: furniture when it opens as furniture, or when most of its sentences are."""
    if len(text) <= MOST_CHARACTERS and words(text) <= _LONGEST_LINE and _CREDIT.search(text):
        return PassageKind.CAPTION
    parts = sentences(text, 0, len(text))
    if len(parts) < 2:
        return of_line(text.strip("*_# "))
    opens = text[slice(*parts[0])].strip("*_# ")
    first = None if is_date_line(opens) else of_line(opens)
    notes = sum(is_note(text[slice(*part)]) for part in parts)
    return first or (PassageKind.BOILERPLATE if notes > len(parts) / 2 else None)


def is_note(sentence: str) -> bool:
    """Tell whether one sentence within a paragraph is furniture, or says how the article came about."""
    bare = sentence.strip("*_ ")
    tells_when = bare.startswith("On ") and is_date_line(bare)
    return bool(_LOGISTICS.search(bare)) or (of_line(bare) is PassageKind.BOILERPLATE and not tells_when)
