# finds: nothing
from datetime import date, datetime, timedelta, timezone

start = datetime(2024, 2, 27, 22, 30, tzinfo=timezone.utc)
steps = [start + timedelta(hours=12 * n) for n in range(4)]
days = sorted({moment.date() for moment in steps})
leap = date(2024, 2, 29) in days
parsed = datetime.fromisoformat("2024-03-01T10:00:00+00:00")
print(leap, (parsed - start).days, f"{parsed:%Y/%m/%d}")
