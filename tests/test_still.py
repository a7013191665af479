"""A picture of the recorded run for those without scripts."""

import xml.etree.ElementTree as ElementTree

from builder import recording, still


def test_the_picture_of_the_recording_tells_its_figures():
    drawn = ElementTree.fromstring(still.picture(recording.ensure()))
    words = " ".join(drawn.itertext())
    assert "sums right: 100 % at last" in words
    assert "10,000" in words
    lines = [part for part in drawn.iter() if part.tag.endswith("polyline")]
    assert [line.get("class") for line in lines] == ["error", "exact"]
