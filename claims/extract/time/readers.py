"""The readers by the name that a rule in time_rules.yaml calls them by."""

from collections.abc import Mapping

from claims.extract.time import dates, days, general, lengths, periods, ranges, relative
from claims.extract.time.context import Reader

READERS: Mapping[str, Reader] = {
    "iso": dates.iso,
    "slash": dates.slash,
    "dated": dates.dated,
    "month": dates.month,
    "year": dates.year,
    "spoken": dates.spoken,
    "fiscal": dates.fiscal,
    "decade": dates.decade,
    "century": dates.century,
    "quarter": periods.quarter,
    "half": periods.half,
    "season": periods.season,
    "within": periods.within,
    "weekof": periods.weekof,
    "yearend": periods.yearend,
    "holiday": periods.holiday,
    "named": days.named,
    "beyond": days.beyond,
    "weekday": days.weekday,
    "weekdayof": days.weekdayof,
    "daypart": days.daypart,
    "clocked": days.clocked,
    "weekend": days.weekend,
    "deictic": relative.deictic,
    "those": relative.those,
    "straight": relative.straight,
    "same": relative.same,
    "ago": relative.ago,
    "duration": lengths.duration_of,
    "vague": lengths.vague,
    "repeated": lengths.repeated,
    "years": ranges.years,
    "months": ranges.months,
    "days": ranges.days,
    "dates": ranges.dates,
    "present": general.present,
    "bygone": general.bygone,
    "ahead": general.ahead,
}
