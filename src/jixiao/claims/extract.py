"""An outline's prose as content: accounts, projects, facts and the equations it states."""

from __future__ import annotations

from dataclasses import replace

from jixiao.claims.budget import unit_accounts
from jixiao.claims.execution import executions
from jixiao.claims.ledger import Ledger
from jixiao.claims.projects import are_whole, budgeted, projects
from jixiao.claims.rates import REACH, rates
from jixiao.claims.restated import restated
from jixiao.claims.sentence import Number, passages
from jixiao.claims.splits import splits
from jixiao.claims.sums import sum_of_earlier, sums
from jixiao.claims.year import report_year
from jixiao.model.content import Content, Signature, Unit
from jixiao.model.outline import Outline
from jixiao.source import Source, Text


def extract(outline: Outline, source: Source) -> Content:
    """Return what a report claims; what is not understood is left out, never guessed."""
    read = tuple(passages(outline))
    accounts = unit_accounts(read)
    found = budgeted(read)
    made = tuple(projects(found, accounts))
    # Reports often name only the larger projects: a sum that falls short says nothing then.
    is_whole = len(made) == len(found) and are_whole(made, accounts)
    accounts = replace(accounts, projects=made, projects_whole=is_whole)
    ledger = Ledger(accounts.stated)
    restated(read, ledger)
    for passage in read:
        executions(passage, ledger)
        splits(passage, ledger)
        earlier: tuple[Number, ...] = ()
        for sentence in passage.sentences:
            sums(sentence, ledger)
            rates(sentence, earlier, ledger)
            sum_of_earlier(sentence, earlier, ledger)
            earlier = (*earlier, *sentence.numbers)[-REACH:]
    return Content(
        year=report_year(outline),
        unit=Unit(outline.signature or Text.typed(source, 0, 0), None, None, None, ()),
        accounts=accounts,
        facts=ledger.facts,
        constraints=tuple(ledger.constraints),
        sections=(),
        project_sections=(),
        passages=(),
        signature=Signature(outline.signature, outline.date),
        settlements=(),
        sources=(source,),
        is_claimed=True,
    )
