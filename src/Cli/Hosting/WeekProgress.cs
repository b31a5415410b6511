using Territory.Cli.Output;
using Territory.Demo;

namespace Territory.Cli.Hosting;

/// <summary>Says when each week of the demo's history is done.</summary>
internal sealed class WeekProgress(Reply reply) : IProgress<DateOnly>
{
    public void Report(DateOnly value)
    {
        var days = value.DayNumber - DemoCounty.FirstDay.DayNumber + 1;
        if (days % 7 == 0)
            reply.Progress($"  week {days / 7} of {DemoHistory.Weeks}");
    }
}
