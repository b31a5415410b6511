using Territory.Model.Calendar;
using Territory.Model.Plans;

namespace Territory.Optimizer.Visits;

/// <summary>Judges a finished visit plan from the plan and the request alone.</summary>
public static class VisitPlanAudit
{
    /// <exception cref="InvalidOperationException">The plan breaks a hard rule; the message names every breach.</exception>
    public static void Verify(VisitPlan plan, VisitPlanRequest request)
    {
        var breaches = Breaches(plan, request);
        if (breaches.Count > 0)
            throw new InvalidOperationException($"The visit plan {plan.Id} breaks its rules: {string.Join("; ", breaches)}");
    }

    /// <summary>Every rule that the plan breaks, empty for a sound plan.</summary>
    public static IReadOnlyList<string> Breaches(VisitPlan plan, VisitPlanRequest request)
    {
        var breaches = new List<string>();
        var points = request.Candidates.Select((candidate, index) => (candidate.Terminal, Point: index + 1)).ToDictionary(pair => pair.Terminal.Id, pair => pair);
        var now = plan.Start;
        var at = 0;
        foreach (var visit in plan.Visits)
        {
            if (!points.Remove(visit.Terminal, out var stop))
            {
                breaches.Add($"{visit.Terminal} is visited twice or is no candidate");
                continue;
            }

            now += request.Travel.TimeBetween(at, stop.Point);
            if (visit.Arrival != now)
                breaches.Add($"{visit.Terminal}: arrival {visit.Arrival} should be {now}");
            var policy = request.Region.ClassPolicies.First(candidate => candidate.Class == stop.Terminal.Class);
            var service = stop.Terminal.TimeInStore ?? policy.TimeInStore;
            var serviceStart = new TimeOfDay(visit.Departure.Seconds - service.Seconds);
            var hours = stop.Terminal.OpeningHours;
            var isOpen = !stop.Terminal.DaysOff.Includes(request.Date.DayOfWeek)
                && (hours.IsUnknown || hours.On(request.Date.DayOfWeek).Any(period => period.Contains(serviceStart)));
            if (serviceStart < visit.Arrival || !isOpen)
                breaches.Add($"{visit.Terminal}: the visit at {serviceStart} is before arrival or outside its hours");
            now = visit.Departure;
            at = stop.Point;
        }

        if (at != 0)
            now += request.Travel.TimeBetween(at, 0);
        if (plan.Start < request.Rep.Shift.Start || now > request.Rep.Shift.End || plan.End != now)
            breaches.Add($"the day from {plan.Start} to {now} does not keep the shift {request.Rep.Shift}");
        if (plan.Visits.Count > (request.MaxCalls ?? int.MaxValue))
            breaches.Add($"{plan.Visits.Count} calls are more than {request.MaxCalls}");
        return breaches;
    }
}
