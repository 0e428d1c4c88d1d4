# finds: nothing
import asyncio
# --- next cell
async def work():
    await asyncio.sleep(0)
    return asyncio.get_running_loop() is not None

with asyncio.Runner() as runner:
    print(runner.run(work()), asyncio.run(work()))
