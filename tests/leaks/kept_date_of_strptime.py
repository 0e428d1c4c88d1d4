# finds: attribute datetime.date reverted
# finds: attribute _strptime.datetime_date left
import datetime
from unittest.mock import patch

class Frozen(datetime.date):
    @classmethod
    def today(cls):
        return cls(2020, 2, 29)
# --- next cell
with patch("datetime.date", Frozen):
    import _strptime
    print(datetime.date.today())
