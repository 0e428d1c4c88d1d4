# finds: setting sys.coroutine_origin_tracking_depth reverted
import sys

async def job():
    return 1

before = sys.get_coroutine_origin_tracking_depth()
sys.set_coroutine_origin_tracking_depth(before + 4)
coroutine = job()
coroutine.close()
sys.set_coroutine_origin_tracking_depth(before)
