import numpy as np
import pytest

from briefing.extraction.disputes import trees
from briefing.extraction.signs import NAMES
from briefing.extraction.trees import read, write

TEXT = "size weight\nsize:1 0.50000 weight:2 -1.00000 1.00000\n-2.00000\n"


def test_what_the_leaves_say_is_summed_up_and_read_as_odds():
    chances = read(TEXT).likelihood(np.array([[1.0, 9.0], [1.5, 2.0], [2.0, 3.0]]))
    assert chances == pytest.approx([1 / (1 + np.exp(1.5)), 1 / (1 + np.exp(3)), 1 / (1 + np.exp(1))])


def test_trees_are_written_as_they_are_read_and_remarks_are_passed_over():
    assert write(read(f"# a remark\n{TEXT}")) == TEXT


@pytest.mark.parametrize("line", ["height:1 0 1", "size:1 0", "size:much 0 1"])
def test_a_tree_that_makes_no_sense_is_refused(line):
    with pytest.raises(ValueError, match=r"height|much|ends"):
        read(f"size weight\n{line}\n")


def test_the_trees_that_come_with_the_program_are_fitted_to_its_signs():
    assert trees().columns == trees(semantic=True).columns == NAMES
