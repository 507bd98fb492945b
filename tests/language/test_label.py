from __future__ import annotations

import pytest

from jixiao.language import label


@pytest.mark.parametrize(
    ("gap", "whole", "last"),
    [
        ("，全年完成企业登记", "全年完成企业登记", "全年完成企业登记"),
        ("；检查商超、农贸市场", "检查商超、农贸市场", "农贸市场"),
        ("。因公出国（境）费", "因公出国（境）费", "因公出国（境）费"),
        ("，小（1）型水库", "小（1）型水库", "小（1）型水库"),
        ("（其中信访", "其中信访", "其中信访"),
        ("（1）", "", ""),
        ("", "", ""),
    ],
)
def test_a_label_goes_back_to_the_nearest_mark(gap, whole, last):
    assert (label.before(gap), label.nearest(gap)) == (whole, last)


def test_what_follows_a_number_ends_with_the_next_mark():
    assert label.behind("违法案件、侵权案件，等") == "违法案件"
    assert label.opening("商超、农贸市场，等") == "商超、农贸市场"
