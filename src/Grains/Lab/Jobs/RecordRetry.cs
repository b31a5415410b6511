using Territory.Contracts;

namespace Territory.Grains.Lab.Jobs;

/// <summary>Sends what is to be put on record until it is; a retry has the same command id, so that it is there once.</summary>
internal static class RecordRetry
{
    private const int MostAttempts = 5;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public static async Task SendAsync(Func<Task<CommandResult>> send, string id, TimeProvider time)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var outcome = await send();
                if (!outcome.Accepted)
                    throw new InvalidOperationException($"The result of {id} was refused: {outcome.RefusalCode}.");
                return;
            }
            catch (Exception failure) when (attempt < MostAttempts && failure is OutcomeUnknownException or TimeoutException or OrleansException)
            {
                await Task.Delay(Pause * attempt, time, CancellationToken.None);
            }
        }
    }
}
