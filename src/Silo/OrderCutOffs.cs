using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Territory.Contracts.Following;
using Territory.Journal;
using Territory.Model.Ids;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Territories;

namespace Territory.Silo;

/// <summary>Arms the order cut-off of every region at the start, and of those that are founded later: reminders of the embedded runtime end with the process.</summary>
internal sealed partial class OrderCutOffs(IJournal journal, IGrainFactory grains, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<OrderCutOffs> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(5);

    private readonly HashSet<RegionId> armed = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Grains can be called once the silo, which starts beside this, is up.
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(Period, time);
        do
        {
            try
            {
                await ArmAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailed(failure);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task ArmAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<RegionId> regions;
        using (var snapshot = await journal.OpenSnapshotAsync(cancellationToken))
            regions = [.. ActorStates.All<TerritoryState>(snapshot).Select(state => state.Region.Id)];
        foreach (var region in regions.Where(region => !armed.Contains(region)))
        {
            await grains.GetGrain<IOrderCutOffGrain>(region.Value).Arm(cancellationToken);
            armed.Add(region);
        }
    }

    [LoggerMessage(LogLevel.Error, "The order cut-offs could not be armed; it is tried again.")]
    private partial void LogFailed(Exception failure);
}
