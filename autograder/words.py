"""Numbers, shares, times and counts as one writes them, in the terminal, on pages and in JSON."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo


def number(value: float) -> str:
    """Write a number of points without needless digits."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def percent(share: float) -> str:
    """Write a share in whole percent: 0 and 100 only where it is just that."""
    whole = round(100 * share)
    return f"{min(max(whole, 1), 99) if 0 < share < 1 else whole} %"


def moment(when: datetime | None, zone: tzinfo = UTC) -> str:
    """Write a date and time, given in naive UTC, as it is in a time zone."""
    local = in_zone(when, zone)
    return f"{local.day} {local:%B %Y, %H:%M} {local.tzname()}" if local else ""


def in_zone(when: datetime | None, zone: tzinfo = UTC) -> datetime | None:
    """Return a time, given in naive UTC, as it is in a time zone."""
    return when and when.replace(tzinfo=UTC).astimezone(zone)


def written(when: datetime | None, zone: tzinfo = UTC) -> str | None:
    """Return a time, given in naive UTC, for JSON: with the zone's offset."""
    local = in_zone(when, zone)
    return local.isoformat() if local else None


def duration(span: timedelta) -> str:
    """Say how long something is, in its two largest units."""
    minutes = max(1, round(span.total_seconds() / 60))
    days, rest = divmod(minutes, 1440)
    hours, minutes = divmod(rest, 60)
    parts = [(days, "day"), (hours, "hour"), (minutes, "minute")]
    said = [f"{count} {unit}{'s' * (count != 1)}" for count, unit in parts if count]
    return " and ".join(said[:2])


def counted(count: int, one: str, several: str = "") -> str:
    """Write a count with its noun."""
    return f"{count:,} {one if count == 1 else several or one + 's'}"
