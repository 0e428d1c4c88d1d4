# finds: nothing
import asyncio
# --- next cell
policy = asyncio.events._get_event_loop_policy()
loop = policy.new_event_loop()
loop.close()
