# ends: error OSError
import select
select.select([], [], [])
