# finds: setting asyncio.event_loop left
import asyncio
# --- next cell
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(loop.run_until_complete(asyncio.sleep(0, "done")))
