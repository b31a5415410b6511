using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Territory.Model.Calendar;

namespace Territory.Optimizer.Visits;

/// <summary>SHA-256 over a canonical form of a visit request: every figure that decides the plan.</summary>
internal static class VisitFingerprint
{
    public static string Of(VisitPlanRequest request)
    {
        var text = new StringBuilder();
        void Fields(params object?[] fields) =>
            text.AppendJoin('|', fields.Select(field => Convert.ToString(field, CultureInfo.InvariantCulture))).Append('\n');
        string Day(DateOnly? date) => date?.ToString("O", CultureInfo.InvariantCulture) ?? "";

        Fields("visits 1", request.Region.Id, Day(request.Date), request.Rep.Id, request.Rep.Shift, request.MaxCalls);
        var calendar = request.Region.Calendar;
        Fields("calendar", calendar.WorkingWeekdays, string.Join(',', calendar.Holidays.Select(date => Day(date))), string.Join(',', calendar.ExtraWorkingDays.Select(date => Day(date))));
        foreach (var policy in request.Region.ClassPolicies)
            Fields("class", policy.Class, policy.VisitsPerCycle, policy.TimeInStore.Seconds);
        foreach (var candidate in request.Candidates)
        {
            var terminal = candidate.Terminal;
            Fields("terminal", terminal.Id, Day(candidate.LastVisit), Day(candidate.FirstKnown), terminal.Class, terminal.Status, terminal.VisitsPerCycle,
                terminal.TimeInStore?.Seconds, terminal.DaysOff, string.Join<OpeningPeriod>(',', terminal.OpeningHours.Periods));
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(text.ToString()));
        // Little-endian on every platform that .NET 10 supports for this product.
        hash.AppendData(MemoryMarshal.AsBytes(request.Travel.Seconds));
        hash.AppendData(MemoryMarshal.AsBytes(request.Travel.Meters));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
