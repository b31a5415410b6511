using Territory.Model.Plans;

namespace Territory.Optimizer.Visits;

/// <summary>Why a due terminal is not on today's list: Unreachable, ClosedThatDay, WindowCannotBeMet, ShiftTooShort, NoCapacityLeft (calls), NoTimeLeft, in this order.</summary>
internal sealed class VisitDiagnosis(VisitPlanRequest request)
{
    public UnservedReason Reason(Call call, int callsMade)
    {
        if (!call.IsReachable)
            return UnservedReason.Unreachable;
        if (!call.IsOpenToday)
            return UnservedReason.ClosedThatDay;
        var shift = request.Rep.Shift;
        var arrival = shift.Start + request.Travel.TimeBetween(0, call.Point);
        var starts = call.Windows.Where(window => arrival <= window.End).Select(window => arrival > window.Start ? arrival : window.Start).ToArray();
        if (starts.Length == 0)
            return UnservedReason.WindowCannotBeMet;
        if (starts.Min() + call.Service + request.Travel.TimeBetween(call.Point, 0) > shift.End)
            return UnservedReason.ShiftTooShort;
        return callsMade >= request.MaxCalls ? UnservedReason.NoCapacityLeft : UnservedReason.NoTimeLeft;
    }

    /// <summary>The next working day on which it is open; the next working day when it never opens.</summary>
    public DateOnly NextOn(Call call)
    {
        var next = request.Region.Calendar.NextWorkingDay(request.Date);
        var date = next;
        for (var tries = 0; tries < 31; tries++, date = request.Region.Calendar.NextWorkingDay(date))
        {
            if (call.IsOpen(date))
                return date;
        }

        return next;
    }
}
