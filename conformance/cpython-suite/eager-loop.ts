import { EventLoop, type CoroutineLike, type Task, type TaskOptions } from '../../src/engine/scheduler/index.ts';

/** A loop whose tasks all start eagerly: asyncio's `loop.set_task_factory(asyncio.eager_task_factory)`. */
export class EagerLoop extends EventLoop {
  override createTask<T>(coroutine: CoroutineLike<T>, options?: TaskOptions): Task<T> {
    return super.createTask(coroutine, { eagerStart: true, ...options });
  }
}
