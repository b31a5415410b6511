using Territory.Model.Dispatch;
using Territory.Optimizer.Deliveries;
using Territory.Optimizer.Dispatch;

namespace Territory.Grains.Plans;

/// <summary>A day to plan on, and what it was read at.</summary>
/// <param name="Position">The journal position up to which it is known to hold.</param>
/// <param name="MasterData">The count of <see cref="ChangeBoard.MasterData"/> before it was read.</param>
internal sealed record KeptDay(DispatchDay Day, bool ByTimeOfDay, long Position, long MasterData)
{
    public DeliveryPlanRequest Request => Day.Request;

    public DayProgress Progress => Day.Progress;
}
