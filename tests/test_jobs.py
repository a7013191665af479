"""Questions under way take turns."""

from binadd.live.jobs import Jobs
from binadd.live.questions.registry import BadFields


def counting(name, parts, done):
    for part in range(parts):
        done.append(name)
        yield (part + 1) / parts
    return {"name": name}


def failing():
    yield None
    raise ValueError("unit must be from 0 to 15, not 16")


def run(jobs):
    while jobs:
        jobs.work()


def jobs_and_events():
    events = []
    return Jobs(lambda kind, **content: events.append((kind, content))), events


def test_two_questions_take_turns_and_are_both_answered():
    jobs, events = jobs_and_events()
    done = []
    jobs.add(1, "first", 5, counting("a", 3, done))
    jobs.add(2, "second", 6, counting("b", 2, done))
    run(jobs)
    assert done == ["a", "b", "a", "b", "a"]
    answers = [content for kind, content in events if kind == "answer"]
    assert [(answer["id"], answer["about"]) for answer in answers] == [(2, "second"), (1, "first")]
    assert answers[1]["result"] == {"name": "a"}
    assert [answer["iteration"] for answer in answers] == [6, 5]  # of the network that was asked


def test_progress_is_told_but_not_every_crumb_of_it():
    jobs, events = jobs_and_events()
    jobs.add(1, "long", 0, counting("a", 1000, []))
    run(jobs)
    assert 90 < len([kind for kind, _ in events if kind == "progress"]) <= 100


def test_a_question_that_cannot_be_answered_is_refused():
    jobs, events = jobs_and_events()
    jobs.add(7, "silenced", 0, failing())
    run(jobs)
    refusal = {"id": 7, "about": "silenced", "message": "unit must be from 0 to 15, not 16"}
    assert events == [("ask-refused", refusal | {"fields": {}})]


def test_a_refusal_says_which_fields_are_to_blame():
    jobs, events = jobs_and_events()
    jobs.refuse(7, "add", BadFields({"first": "first number is empty", "second": "so is this"}))
    message = "first number is empty; so is this"
    fields = {"first": "first number is empty", "second": "so is this"}
    told = {"id": 7, "about": "add", "message": message, "fields": fields}
    assert events == [("ask-refused", told)]


def test_a_cancelled_question_is_closed_and_another_of_its_number_takes_its_place():
    jobs, events = jobs_and_events()
    jobs.add(1, "old", 0, counting("old", 5, []))
    jobs.add(1, "new", 0, counting("new", 1, []))
    jobs.cancel(3)  # never asked
    run(jobs)
    assert [content["about"] for kind, content in events if kind == "answer"] == ["new"]
