/** Whether a process of this machine is running. A process of somebody else may not be signalled, but is there. */
export function isProcessAlive(pid: number): boolean {
  // 0 and less mean groups of processes.
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
