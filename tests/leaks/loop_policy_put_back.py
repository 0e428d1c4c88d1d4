# finds: attribute asyncio.events._event_loop_policy reverted
import asyncio
import warnings

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    policy = asyncio.DefaultEventLoopPolicy()
# --- next cell
kept = asyncio.events._event_loop_policy
asyncio.events._set_event_loop_policy(policy)
try:
    print(asyncio.run(asyncio.sleep(0, "done")))
finally:
    asyncio.events._set_event_loop_policy(kept)
