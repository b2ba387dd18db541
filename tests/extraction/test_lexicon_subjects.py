"""What the frames of economy, nature and society find in short sentences of news: the frame and the pole asserted."""

import pytest

from briefing.dossier import Polarity
from briefing.extraction.frames import frames_of
from briefing.extraction.model import load

SENTENCES = """
+ BANK_RUN | Customers queued outside the bank before dawn.
- BANK_RUN | There were no unusual withdrawals.
+ FUNDS_MISSING | Two million crowns of the fund's money vanished.
- FUNDS_MISSING | Every cent was accounted for.
+ AUDIT_CLEAN | The auditor issued a clean audit.
- AUDIT_CLEAN | The group had to restate its earnings.
+ LIQUID_FUND | The fund honoured all redemptions.
- LIQUID_FUND | The manager suspended redemptions.
+ PONZI | The savers fell for a pyramid scheme.
- SHARES_UP | Shares in the lender plunged on Friday.
- CURRENCY_STRONG | The lira collapsed overnight.
+ MERGER_ON | Both boards agreed the merger.
- MERGER_ON | The larger airline walked away from the deal.
- DEAL_PROFITABLE | The city overpaid by a third.
- LOAN_REPAID | The company missed a payment on its debt.
+ FEES_HIDDEN | The charge was hidden in the small print.
- FEES_HIDDEN | The commission was clearly stated.
- SUPERVISED | The market is unregulated.
- ORDERS_KEPT | Customers deserted the chain.
- SHELVES_FULL | The supermarket had empty shelves.
+ PRICE_TREND | Bread prices have doubled.
- PRICE_TREND | Food prices are down.
+ CRIME_TREND | A crime wave has hit the port.
- CRIME_TREND | Crime fell last year.
+ KIDNAP_TREND | Kidnappings have doubled since June.
- KIDNAP_TREND | Kidnappings are down by a third.
+ COMPLAINT_TREND | Complaints flooded in.
- COMPLAINT_TREND | The ministry registered fewer complaints.
+ SALES_TREND | Sales climbed in the spring.
- SALES_TREND | Revenue slumped.
+ JOBS_TREND | Unemployment fell last year.
- JOBS_TREND | Unemployment climbed again.
- OUTPUT_TREND | The mine cut production.
+ WATER_LEVEL | The river rose by two metres.
- WATER_LEVEL | The water receded on Sunday.
- GROWTH_TREND | The economy shrank in the third quarter.
+ WAITING_TREND | The waiting lists of the clinic were published.
- ATTENDANCE_TREND | Attendance dropped after the scandal.
- STRIKE_HOLDS | The strike crumbled on its third day.
- PAY_OFFER | The offer was derided as an insulting offer.
- WAGES_PAID | The yard owes three months of wages.
+ OVERWORKED | The guards worked double shifts.
- WORK_SAFE | The inspector found several safety violations.
+ CHILD_LABOUR | The mine employs children.
+ FORCED_LABOUR | The maids were held in modern slavery.
+ BULLYING | The director bullied his staff.
+ OUTPUT_QUOTA | The foremen faced unrealistic targets.
+ GRID_UP | Engineers restored power at noon.
- GRID_UP | Half the city was plunged into darkness.
- GAS_FLOWS | The supplier cut off the gas.
+ FUEL_SCARCE | Petrol stations ran out of fuel.
- REACTOR_SAFE | Cooling failed in the second reactor.
+ VALVE_SHUT | The engineer closed the valve.
- VALVE_SHUT | The valve was stuck.
+ PIPE_LEAKS | A pipe burst under the square.
- PIPE_LEAKS | The inspector saw no leak.
+ SIRENS | The sirens wailed for an hour.
- SIRENS | The alarm had been switched off.
+ ALERT_SENT | The agency issued an alert at midnight.
- ALERT_SENT | The flood came without warning.
+ EVACUATED_TIME | Everyone got out before the wall fell.
- EVACUATED_TIME | Forty guests were trapped inside.
+ EXIT_OPEN | The gates opened at nine.
- EXIT_OPEN | The emergency exit was padlocked.
- SPRINKLER | The hall had no sprinklers.
+ FIRE_CAUSE | The warehouse was set on fire.
- FIRE_CAUSE | A lightning strike started it.
- FIRE_CAUSE | Faulty wiring was found behind the stage.
+ FIRE_CONTAINED | Crews extinguished the fire.
- FIRE_CONTAINED | The blaze is spreading.
+ DAM_SOUND | The dam is structurally sound.
- DAM_SOUND | The bridge collapsed at dusk.
- FLOOD_CAUSE | The disaster was preventable.
+ FLOOD_CAUSE | It was an act of God.
- RESCUE_FAST | The villagers dug with their bare hands.
- AID_REACHED | Tents and blankets are stuck in a convoy.
- INSURED | The ferry was uninsured.
- DRILLED | The town was unprepared.
+ SEAWORTHY | The ferry was seaworthy.
- SEAWORTHY | The boat was a rust bucket.
+ OVERLOADED | The bus was overloaded.
- LIFEBOATS | There were no life jackets.
- ABANDON_SHIP | The captain fled.
+ CREW_TRAINED | The pilot had nine thousand flight hours.
- CREW_TRAINED | The helmsman was a novice.
- PILOT_FIT | The pilot was fatigued.
+ ENGINE_FAILED | The engine failed over the sea.
+ HUMAN_ERROR | Investigators blame pilot error.
- HUMAN_ERROR | It was a mechanical failure.
+ SIGNAL_PASSED | The train ran a red light.
- RADIO_CONTACT | The tower lost contact at noon.
+ COLLIDED | Two trams collided.
- COLLIDED | It was a near miss.
- VEHICLE_CHECKED | The lift was poorly maintained.
- SERVICES_RUN | The airline cancelled forty flights.
+ GOOD_HEALTH | The prisoner is in good health.
- GOOD_HEALTH | He is emaciated and on a drip.
- MENTALLY_FIT | The president suffers from dementia.
- HOSPITAL_CAPACITY | Hospitals are overwhelmed.
- DRUG_SAFE | The pill caused blood clots.
+ DRUG_SAFE | The jab was well tolerated.
- DRUG_EFFECTIVE | The cure was snake oil.
- CONSENT_GIVEN | The women were operated on without consent.
- SIDE_EFFECTS_REPORTED | The maker hid the deaths.
+ OUTBREAK_CONTAINED | The outbreak has been contained.
- OUTBREAK_CONTAINED | The virus is spreading fast.
- TESTS_DONE | The batch was untested.
- AUTOPSY_NATURAL | The doctor found signs of torture.
+ AUTOPSY_NATURAL | He died of natural causes.
+ FOOD_POISON | Inspectors found salmonella.
+ WATER_SAFE | The water is drinkable.
- WATER_SAFE | The factory polluted the river.
- ASYLUM_GRANTED | The family was deported.
+ PUSHBACK | Guards pushed back the boat.
- CAMP_CONDITIONS | The barracks were squalid.
+ BREACHED | Hackers stole the records.
- BREACHED | There was no breach.
+ AI_CREATED | The clip is a deepfake.
- NETWORK_UP | The website crashed.
- BACKUPS | The files were overwritten.
+ SURVEILLED | They found spyware on her phone.
- REPLICATED | Two teams failed to replicate the effect.
- PAPER_STANDS | The journal retracted the paper.
- LAUNCH_OK | The rocket exploded on the pad.
- ARTEFACT_GENUINE | Experts called the diary a forgery.
- SCHOOLS_OPEN | The city closed its schools.
+ EXAM_LEAKED | Somebody leaked the exam.
- FIT_TO_PLAY | The striker is sidelined.
+ DOPED | The runner used steroids.
+ MATCH_RIGGED | It was plain match-fixing.
+ FANS_BLAMED | The hooligans tore down the fence.
+ FISH_STOCK | Herring stocks are recovering.
- FISH_STOCK | The bay has been overfished.
- HARVEST_GOOD | The monsoon failed.
+ FAMINE | Children are starving in the north.
+ RECALLED | The maker recalled the cars.
+ PART_FAULTY | The airbag had a design flaw.
- PERMIT | The tower was built without a permit.
- BUILDING_SOUND | The block was crumbling and uninhabitable.
+ EVICTED | The family was evicted.
"""
CASES = [(line[0], *(part.strip() for part in line[2:].split("|"))) for line in SENTENCES.strip().splitlines()]


@pytest.fixture(scope="module")
def language():
    return load(None)


@pytest.mark.parametrize(("pole", "frame", "text"), CASES, ids=[case[2] for case in CASES])
def test_a_sentence_takes_its_pole_of_the_frame(language, pole, frame, text):
    uses = [u for u in frames_of(language(text)[:], lambda _: None) if u.frame == frame]
    assert uses, "no entry of the frame is found"
    stands = {u.polarity if u.positive else u.polarity.opposite for u in uses}
    assert stands == {Polarity.POSITIVE if pole == "+" else Polarity.NEGATIVE}


@pytest.mark.parametrize(
    ("frame", "text"),
    [
        ("SALES_TREND", "The trend is clear."),
        ("CASES_TREND", "The case against the minister fell apart."),
        ("EXIT_OPEN", "The judge opened an inquiry."),
        ("DAM_SOUND", "The talks collapsed."),
        ("GRID_UP", "The party restored its reputation."),
        ("BANK_RUN", "Voters queued outside the school."),
        ("RECALLED", "The senator recalled the winter of the flood."),
        ("FIRE_CONTAINED", "The report contained three errors."),
        ("COLLIDED", "The critics hit the minister hard."),
        ("DOPED", "The nurse tested the sample."),
        ("COMES_AFTER", "The guard followed the rules."),
        ("FACED_WITH", "The clerk faces a charge of fraud."),
        ("NOTICED", "The rider needed medical attention."),
        ("SIGNIFIES", "I mean business."),
        ("PREFERS", "The wall leans badly."),
        ("INSURED", "The insurance company moved."),
        ("TRANSPORTED", "The speech brought peace."),
        ("LEADS", "The sailor tied the rope."),
        ("REPORTED_ON", "Snow covered the road."),
        ("BUY", "The shopping centre burned."),
        ("BASED_ON", "The bishop praised a faith-based charity."),
        ("AGED", "Voters aged 45 and older stayed home."),
        ("COSTS_MONEY", "The clerk was held without charge."),
        ("TARGETED", "The homes were randomly selected."),
        ("REPORTED_ON", "Millions acquired coverage under the law."),
        ("SIGNIFIES", "Accidents are by no means rare."),
    ],
)
def test_a_word_in_another_sense_is_not_taken(language, frame, text):
    assert frame not in {u.frame for u in frames_of(language(text)[:], lambda _: None)}
