"""The frame lexicon as it is written, and what its entries find in short sentences of news."""

from collections import Counter
from importlib.resources import files

import pytest

from briefing.extraction.frames import frames_of
from briefing.extraction.model import load

_SUBJECTS = sorted(f.name for f in (files("briefing.extraction") / "lexicon").iterdir() if f.name.startswith("frames"))


def blocks(name):
    """The blocks of a file: the frame, its phrase and the entries of each pole."""
    found = []
    for line in (files("briefing.extraction") / "lexicon" / name).read_text("utf-8").splitlines():
        if line.startswith(("+ ", "- ")):
            found[-1][2][line[0]] += [entry.strip() for entry in line[2:].split(",")]
        elif line and not line.startswith("#"):
            frame, phrase = (part.strip() for part in line.split("|"))
            found.append((frame, phrase, {"+": [], "-": []}))
    return found


ALL = [block for name in _SUBJECTS for block in blocks(name)]


@pytest.mark.parametrize(
    ("said", "lemma"),
    [("hoped", "hope"), ("staged", "stage"), ("was fined", "fine"), ("hopes", "hope"), ("retweeted", "retweet")],
)
def test_a_verb_is_not_taken_for_another(language, said, lemma):
    verb = said.split()[-1]
    assert [t.lemma_ for t in language(f"The driver {said} it on Monday.") if t.text == verb] == [lemma]


def test_no_frame_is_written_twice():
    assert not [frame for frame, count in Counter(frame for frame, _, _ in ALL).items() if count > 1]


@pytest.mark.parametrize("name", _SUBJECTS)
def test_every_frame_has_a_phrase_and_two_poles_that_share_no_entry(name):
    for frame, phrase, poles in blocks(name):
        assert phrase, frame
        for braced in (word for word in phrase.split() if word.startswith("{")):
            assert braced in {"{agent}", "{theme}"}, frame
        for pole, entries in poles.items():
            assert entries, (frame, pole)
            assert all(entries), (frame, pole)
            assert not [e for e, count in Counter(entries).items() if count > 1], (frame, pole)
        assert not set(poles["+"]) & set(poles["-"]), frame


@pytest.fixture(scope="module")
def language():
    return load(None)


SENTENCES = """
+ FREED_BY_FORCE | Soldiers stormed the camp before sunrise.
- FREED_BY_FORCE | The hostages were handed over under a tree.
- FREED_BY_FORCE | The crew walked out with a mediator.
+ ESCORTED | The lorries travelled with an armed escort.
- ESCORTED | The lorries had no escort.
- ESCORTED | The convoy drove on without an escort.
+ AT_WORK | The sergeant was on shift that evening.
- AT_WORK | The sergeant has been on sick leave since March.
- AT_WORK | The clerk is on holiday.
+ RECORDING_WHOLE | The camera captured everything.
- RECORDING_WHOLE | There is a gap in the recording.
- RECORDING_WHOLE | The last two minutes are missing.
+ LEAKED | Somebody leaked the memo to a newspaper.
- LEAKED | It was an official release.
+ SAID_IT | The mayor let slip a remark about the budget.
- SAID_IT | The minister was misquoted.
- SAID_IT | The phrase was taken out of context.
+ TOLD_WHOLE_STORY | Her account tallies with the logs.
- TOLD_WHOLE_STORY | His testimony was full of holes.
+ WITNESS_SAW | The guard watched as the car left.
- WITNESS_SAW | It was too dark to see anything.
+ REMEMBERS | The widow has a clear memory of that day.
- REMEMBERS | The captain has no recollection of the call.
+ REDACTED | Three names were blacked out.
- REDACTED | The ministry printed every page.
+ RECORD_KEPT | The complaint is on file.
- RECORD_KEPT | There is no paper trail.
+ AUTHORED | Jones wrote the letter.
- AUTHORED | The memoir was ghostwritten.
+ RETRACTED | The paper issued a correction.
- RETRACTED | The editor stands by the story.
- QUESTION_ANSWERED | The minister dodged the question.
+ QUESTION_ANSWERED | The minister gave an answer on Monday.
+ SERIOUS_MEANT | The admiral was deadly serious.
- SERIOUS_MEANT | It was a publicity stunt.
+ JOURNALISTS_ADMITTED | The hearing was held in public.
- JOURNALISTS_ADMITTED | The session took place behind closed doors.
- COACHED | The reply was off the cuff.
+ COACHED | The witness was coached.
+ INSULTED | The player was insulted.
- INSULTED | The envoy was courteous.
+ AUDIBLE | The announcement was loud and clear.
- AUDIBLE | The last words are inaudible.
- PICTURE_CLEAR | The picture is grainy.
+ PICTURE_CLEAR | The plate is clearly visible.
- BACKDATED | The paragraph was added later.
+ PHONE_ON | The pilot was in radio contact.
- PHONE_ON | His phone went to voicemail.
+ IN_WRITING | The guarantee was notarised.
- IN_WRITING | It was a handshake deal.
+ ALONE | The driver was single handed.
- ALONE | The suspect had an accomplice.
- ALONE | He came in the company of his brother.
+ LOCKED | The gate was padlocked.
- LOCKED | The back door was left open.
+ ALARM_SOUNDED | The crew sent a distress call.
- ALARM_SOUNDED | The siren failed.
+ WARRANT | Officers had a search warrant.
- WARRANT | The police came without a warrant.
+ GAVE_UP | The gunman walked out with his hands up.
- GAVE_UP | The gunman barricaded himself in a bank.
- GAVE_UP | The suspect resisted arrest.
+ ESCAPED | The prisoner got away.
- ESCAPED | The fugitive was recaptured.
+ BAIL | The banker was released on bail.
- BAIL | The banker was remanded in custody.
+ HAD_LAWYER | The student was given access to a lawyer.
- HAD_LAWYER | The student had no lawyer.
+ CONFESSION_FORCED | The confession was beaten out of him.
- CONFESSION_FORCED | He made a voluntary confession.
- DNA_MATCH | The police found nothing.
- DNA_MATCH | The handle had been wiped clean.
+ DNA_MATCH | Gunpowder residue was on his sleeve.
+ MOTIVE | It was an act of revenge.
- MOTIVE | The victim had no enemies.
+ CROWD_LARGE | Tens of thousands filled the square.
- CROWD_LARGE | Only a handful of people came.
- CROWD_LARGE | The hall was half empty.
+ CURFEW | A dusk to dawn curfew is in place.
+ SMUGGLED | The diamonds were smuggled.
+ EXTORTED | The shopkeepers paid protection money.
- EXTORTED | The men asked for nothing.
+ EXECUTED | He was put to death at dawn.
- EXECUTED | The governor granted a stay of execution.
+ SENTENCE_HEAVY | The judge gave him the maximum sentence.
- SENTENCE_HEAVY | She got a suspended sentence.
+ APPEALS | The firm will appeal against the verdict.
+ TRIAL_HELD | The trial opened on Monday.
- TRIAL_HELD | The judge adjourned the hearing.
+ FAIR_TRIAL | The defendants had due process.
- FAIR_TRIAL | It was a show trial.
+ SEIZED_GOODS | The police seized the laptop.
- SEIZED_GOODS | Nothing was taken.
+ ACCOUNT_FROZEN | The bank froze the account.
+ HURT_BY | The guards left him with a black eye.
- HURT_BY | Nobody laid a finger on him.
- HURT_BY | He was found in one piece.
- ANNOUNCED_SELF | The officers wore plain clothes.
+ ANNOUNCED_SELF | The officer identified himself.
+ VISIT | The president paid a visit to the camp.
- VISIT | The king cancelled the visit.
+ SUMMIT_HELD | The two ministers met in secret.
- SUMMIT_HELD | The summit collapsed.
- INVITED | The envoy had no invitation.
+ WARM_WELCOME | It was a warm welcome.
- WARM_WELCOME | The delegation stormed out.
+ PRECONDITIONS | The offer has strings attached.
- PRECONDITIONS | The offer is unconditional.
- CONCESSION | The rebels were intransigent.
+ FINAL | The decision is irrevocable.
- FINAL | The plan is still under discussion.
+ TEMPORARY | The closure is temporary.
- TEMPORARY | The closure is permanent.
+ TREATY_IN_FORCE | The treaty came into force.
- TREATY_IN_FORCE | The accord is null and void.
+ SECRET_TALKS | There were secret talks in Geneva.
- SECRET_TALKS | There were no secret talks.
- INSPECTORS | The team was denied entry.
- UN_ADOPTED | Two members voted against the text.
- QUORUM | The chamber had no quorum.
+ QUORUM | The council reached a quorum.
+ COUP | The generals seized power.
- COUP | It was a peaceful transfer of power.
- ELIGIBLE | The mayor was barred from office.
+ MAJORITY | The premier has enough votes.
- MAJORITY | The party is three seats short of a majority.
+ MORALE | The soldiers are in high spirits.
- MORALE | The brigade is demoralised.
+ TOWN_HELD | The garrison still holds out.
- TOWN_HELD | The town fell on Friday.
- ADVANCE | The column is bogged down.
- WHO_STARTED | The army acted in self defence.
+ WHO_STARTED | The aggression was unprovoked.
+ FRIENDLY_FIRE | The platoon was hit by friendly fire.
+ MINED | The road is booby trapped.
- SIEGE | The army lifted the siege.
- BODY_RETURNED | The men lie in a mass grave.
- MERCENARIES | They are local volunteers.
- READY | The brigade was caught napping.
+ ARRIVED | The ship arrived at noon.
- ARRIVED | The crew is stranded.
- DEPARTED | The ferry is still in port.
+ HIDDEN_PERSON | The colonel went into hiding.
- HIDDEN_PERSON | The colonel lives openly in the capital.
+ WORRIED | The villagers are terrified.
- HOPEFUL | The outlook is bleak.
- ACTIVE | The ministry did nothing.
+ ELECTIONS | The island holds a general election in May.
- ELECTIONS | The general has never called an election, and his council is unelected.
+ HEADS | A judge chairs the panel.
+ IMPOSED | The council imposed a curfew.
- IMPOSED | The council lifted the curfew.
+ CARRIED_OUT | The army carried out the order.
- CARRIED_OUT | The reform was never implemented.
+ CREATED | The ministry created a fund.
- CREATED | Parliament abolished the fund.
- DECIDED | The question is still undecided.
+ EXPELLED | The envoy was expelled.
- EXPELLED | The student was reinstated.
+ MET_PRESS | The minister held a press conference.
- MET_PRESS | The minister declined an interview.
- ADOPTED | The party jettisoned the plan.
+ NATIVE | The singer was born in Porto.
- NATIVE | The singer was born abroad.
- JOINS | Two members defected.
+ FIGHTS | The militia fought the army near the river.
- FIGHTS | The two clans made peace.
+ DEFEATED | The champion was beaten.
- DEFEATED | The team remains unbeaten.
+ DECEIVES | The minister lied to parliament.
- DECEIVES | The witness told the truth.
+ HELD_BACK | The police quelled the revolt.
- HELD_BACK | The violence is out of control.
+ BREAKS_OUT | Fighting erupted on Sunday.
- BREAKS_OUT | The fighting subsided.
+ STRUCK | The storm battered the coast.
- STRUCK | The village came through unscathed.
+ COLLAPSES | The roof collapsed.
- COLLAPSES | The roof held firm.
+ LIKES | The crowd loves the singer.
- LIKES | The farmers hate the governor.
- LISTENS | The warnings fell on deaf ears.
- INFLUENTIAL | The chairman is powerless.
+ SIMILAR | The two versions are identical.
- SIMILAR | The two versions differ.
- EXPERIENCED | The captain is a novice.
+ HANDED_OVER | The firm delivered the pumps.
- HANDED_OVER | The parcels are undelivered.
- SHOWN | The clerk concealed the file.
+ POLLUTED | The river is contaminated.
- POLLUTED | The army cleaned up the beach.
+ RESTRICTED | The ministry restricted travel.
- RESTRICTED | Travel is unrestricted.
+ EXCEEDS | The cost exceeded the estimate.
- EXCEEDS | The harvest fell short of the target.
- LASTS | The joy was short-lived.
+ HANDLED | The mayor resolved the problem.
- HANDLED | The mayor botched the rescue.
+ GOES_AWAY | The delegates walked out.
- GOES_AWAY | The delegates stayed put.
- FLIES | All planes are grounded.
+ LANDS | The capsule landed in the desert.
- LANDS | The capsule crashed in the desert.
+ LIVES_THERE | The widow lives in the old town.
- LIVES_THERE | The island is uninhabited.
- FOLLOWS_RULES | The officer disobeyed the order.
+ TRANSPORTED | The lorry carried the refugees.
+ FILED | The widow filed a complaint.
- FILED | The widow withdrew the complaint.
+ CONTAINS | The barrels contained acid.
- CONTAINS | The barrels contained no acid.
+ DESERVED | The praise is deserved.
- DESERVED | The praise is undeserved.
+ EXAGGERATED | The press exaggerated the danger.
- EXAGGERATED | The press understated the danger.
+ FLOURISHES | The town flourished.
- FLOURISHES | The town languished.
+ TAKES_RISKS | The bank gambled.
- TAKES_RISKS | The bank was prudent.
+ SUED | The patients sued the clinic.
- SUED | The clinic settled out of court.
+ ROBBED | The museum was burgled.
- ROBBED | Nothing was stolen.
+ DROVE | The mayor was at the wheel.
- DROVE | The mayor was in the passenger seat.
- FREEDOM | The pilot is in captivity.
+ MODERATE | The new leader is a centrist.
- MODERATE | The new leader is a hardliner.
+ PRODUCED | The factory produces pumps.
- PRODUCED | The factory halted production.
+ PROVIDED | The ministry provided tents.
- PROVIDED | The prisoners were deprived of sleep.
+ SPENT | The council spent two million on lamps.
- SPENT | The grant is unspent.
+ SPENDS_TIME | The envoy spent the night in the capital.
+ SAVED | The volunteers saved the forest.
- SAVED | The forest is doomed.
+ SAVES_MONEY | The reform will save millions.
- SAVES_MONEY | The ministry overspent its budget.
- WASTED | The effort was worthwhile.
+ TRADES | The island trades with its neighbour.
+ RUNS_IT | The widow runs the hotel.
+ ORGANISED | The union organised the march.
- ORGANISED | The march was spontaneous.
+ LABOURS | The engineers work at the dam.
- LABOURS | The clerks are lazy.
- OPERATION_ON | The army called off the operation.
- SURGERY | The hospital cancelled the surgery.
+ SHARED | The two firms share the cost.
- REWARDED | The courage of the crew went unrewarded.
- PAID_OFF_WELL | The plan backfired.
+ TRAVELS | The minister travelled to the coast.
- TRAVELS | The minister stayed home.
+ MOVES | The column moved at dawn.
- MOVES | The column is at a standstill.
+ RETURNS | The refugees returned.
- RETURNS | The refugees never came back.
+ GIVEN_BACK | The museum returned the mask.
- GIVEN_BACK | The museum kept the painting.
+ REACHES | The climbers reached the summit.
- REACHES | The climbers fell short of the summit.
+ SENT | The queen sent a telegram.
+ WAITS | The families waited for hours.
- WAITS | The families lost patience.
+ UNDERSTOOD | The pilot understood the signal.
- UNDERSTOOD | The pilot misunderstood the signal.
+ REALISES | The nurse noticed the mistake.
- REALISES | The nurse overlooked the mistake.
+ RESPECTED | The soldiers respect the captain.
- RESPECTED | The soldiers disrespect the captain.
+ REGRETS | The general regrets the raid.
- REGRETS | The general showed no remorse.
- TOLERATED | The noise is intolerable.
- RECONCILED | The debate polarised the town.
+ REACTS | The ministry retaliated.
+ REPRESENTS | The lawyer represents the family.
- REPRESENTS | The prisoners are unrepresented.
- ADVISED | The doctors advised against the trip.
+ WATCHED | The agents watched the house.
- WATCHED | The guard looked away.
+ TAUGHT | The monk taught the boys.
- TRANSLATED | The speech was mistranslated.
+ REVIEWED | The panel reviewed the case.
+ HAPPENED | The incident occurred at noon.
- HAPPENED | The attack never happened.
- CONTACT | The envoy could not be reached.
+ UNDONE | The court overturned the ruling.
- UNDONE | The damage is irreversible.
+ CHOSEN | The jury selected the painter.
- CHOSEN | The party deselected the member.
+ RANKS_HIGH | The school ranks among the best.
- UPDATED | The maps are outdated.
+ SUFFERS | The widow suffers.
- SUFFERS | The cure is painless.
+ EASED | The rain relieved the farmers.
- EASED | The drought aggravated the crisis.
+ ASLEEP | The guard fell asleep.
- ASLEEP | The guard stayed awake.
+ SMOKES | The singer smokes.
- SMOKES | The singer quit smoking.
+ WEARS | The officer wore a uniform.
- WEARS | The rider was bareheaded.
+ PENALISED | The club was penalised.
- PENALISED | The crime went unpunished.
+ WARMING | Scientists blame global warming.
- WARMING | There is no global warming.
+ BROUGHT_UP | The envoy raised the question.
- BROUGHT_UP | The minister dodged the question.
+ SERVES | The prince served in the navy.
- SERVES | The singer dodged the draft.
+ DOES_WELL | It was a strong performance.
- DOES_WELL | It was a disappointing performance.
+ VIOLENT | There was bloodshed in the market.
- VIOLENT | The march passed off without violence.
+ DUG_UP | The company mined gold.
+ SPREAD_ABOUT | The clerk spread the rumour.
+ THROWN | The boys threw stones.
+ WAVERS | The coalition wavered.
- WAVERS | The coalition stood firm.
+ REFERENDUM | The island wants a referendum.
+ DEVOUT | The widow is devout.
- DEVOUT | The poet is an atheist.
+ RISKS | The pilot risked a landing.
- RISKS | The pilot took no chances.
+ PEACEFUL | The clans laid down their arms.
- PEACEFUL | The clans took up arms.
+ RAISED_CHILD | The aunt raised the child.
- RAISED_CHILD | The father abandoned the child.
+ IMMIGRATION | The party wants to curb illegal immigration.
- IMMIGRATION | The island suffers from emigration.
+ COMES_AFTER | A storm followed the drought.
- COMES_AFTER | A drought preceded the storm.
+ FACED_WITH | The mayor faces a revolt.
- FACED_WITH | The village was spared.
+ NOTICED | The trial drew worldwide attention.
- NOTICED | The scandal overshadowed the visit.
- NOTICED | The report got little attention.
+ BASED_ON | The verdict is based on a single witness.
- BASED_ON | The figures were plucked from the air.
+ SIGNIFIES | The ruling means that the port will close.
- SIGNIFIES | The vote falls short of a mandate.
+ RIDES | The girls skated along the pier.
- RIDES | The patrol went on foot.
+ TARGETED | The party targeted rural voters.
- TARGETED | The shelling was indiscriminate.
+ EXEMPTED | The governor made an exception for pilgrims.
+ EXEMPTED | The clinic was granted a waiver.
- EXEMPTED | The ban applies across the board.
+ PREGNANCY_ENDED | The nurse had an abortion in June.
- PREGNANCY_ENDED | The nurse carried the baby to term.
+ REPORTED_ON | The station covered the election.
- REPORTED_ON | The raid went unreported.
+ CAMPAIGNS | The senator campaigned in the valley.
- CAMPAIGNS | The senator suspended his campaign.
+ PREFERS | The farmers lean towards the older candidate.
- PREFERS | The board is averse to the plan.
+ AGED | The fleet is ageing fast.
- AGED | The new leader is youthful.
+ TESTIFIED | The clerk gave a deposition.
- TESTIFIED | The clerk pleaded the fifth.
+ COSTS_MONEY | The tickets cost nine crowns.
- COSTS_MONEY | The tickets are free of charge.
+ LOOKS_FOR | The police are looking for a witness.
- LOOKS_FOR | The villagers gave up the search.
+ REVIVED | The senator would bring back the curfew.
- REVIVED | The council did away with the curfew.
+ TAKES_SIDES | The bishop has taken a firm stance.
- TAKES_SIDES | The bishop is neutral.
+ SERVES | The widow served as a judge for a year.
+ CAUSED | The reform will bring peace.
+ TRANSPORTED | The plane brought the prisoners home.
+ ATTRACTS | The rally drew ten thousand people.
- LEADS | The two candidates are tied for second place.
+ KNOWN_FACE | The judge has a reputation for severity.
+ HANDED_OVER | The clerk passed the file to his deputy.
+ SUCCEED | The envoy pulled off the deal.
- SUCCEED | The minister stumbled badly.
+ LOST_WON | The mayor eked out a win.
- LEAVE_OFFICE | The general still holds office.
+ IMPROVE | The lender has bounced back.
- RISE | The party sagged in the polls.
+ HOPEFUL | The crew looks forward to the voyage.
- ENDED | The council renewed the contract.
+ CLEAR_MEANING | The treaty defines the border.
- CLEAR_MEANING | The border is ill-defined.
+ ORGANISED | The city hosted the summit.
+ MEETING | The ministers spoke in a conference call.
+ HONOURED | The academy recognised the service of the nurse.
- HONOURED | It was a humbling for the ministry.
+ RUNS_IT | The widow ran the investigation.
+ AIRED | The station ran an advert.
- RESPECTED | The guards treated the widow disrespectfully.
+ HAPPENED | The race played out in the valley.
+ AUTHORED | The poet coined the phrase.
+ WEATHER | A cold wind blew from the north.
+ FIGHTS | The clans waged war.
+ SIMILAR | The remark does not fit with his record.
+ ATTRACTS | The offer intrigued the farmers.
+ STRENGTHENED | The party sharpened its message.
- QUESTION_ANSWERED | The minister deflected the question.
+ TROUBLED | The bank is embroiled in a scandal.
+ DEMONSTRATES | The students turned to activism.
+ INSULTED | The boys heckled the singer.
- ACTIVE | The allies sat on the sidelines.
+ USED | The campaign tapped a network of churches.
+ ASSESSED | The lawyers looked through the files.
- DUMPED | The widow held onto the letters.
+ BASED_ON | The charge was based on a rumour.
- COSTS_MONEY | The tour costs nothing.
+ AGED | The bridges are ageing.
- TARGETED | The victims were picked at random.
"""


@pytest.mark.parametrize("row", SENTENCES.strip().splitlines())
def test_a_sentence_of_news_is_on_the_pole_its_words_tell(language, row):
    expected, _, sentence = (part.strip() for part in row.partition("|"))
    pole, frame = expected.split()
    uses = [(u.frame, u.positive) for u in frames_of(language(sentence)[:], lambda token: token.i)]
    assert (frame, pole == "+") in uses, uses
