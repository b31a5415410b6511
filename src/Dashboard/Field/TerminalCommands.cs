using Territory.Contracts;
using Territory.Contracts.Terminals;
using Territory.Dashboard.Access;
using Territory.Dashboard.Clock;
using Territory.Dashboard.Hosting;
using Territory.Dashboard.People;
using Territory.Model.Ids;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Field;

/// <summary>A command's terminal, found to be the actor's business, and the header that names who acts and when.</summary>
internal sealed record TerminalCommandContext(PersonFacts Person, TerminalId Terminal, ReadScope Scope, RegionTime Time, CommandHeader Header, ITerminalGrain Grain);

/// <summary>Prepares commands about terminals: whose terminal, and at what time.</summary>
internal sealed class TerminalCommands(OutletQueries outlets, RegionClocks clocks, IGrainFactory grains)
{
    /// <summary>How old a queued command may be, and how far ahead of the region's clock a phone may be.</summary>
    private static readonly TimeSpan OldestQueued = TimeSpan.FromDays(7);
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    /// <summary>The context; null where there is no such terminal in the actor's scope. Problems are about what the request states.</summary>
    public async Task<(TerminalCommandContext? Context, IReadOnlyList<RequestProblem> Problems)> PrepareAsync(
        PersonFacts person, TerminalId terminal, ITerminalCommandRequest request, CancellationToken cancellationToken)
    {
        if (await outlets.RegionOfAsync(terminal, cancellationToken) is not { } region
            || await clocks.FindAsync(region, cancellationToken) is not { } time
            || person.ScopeOf(region, DriverDaysOf(person, request, time)) is not { } scope
            || !await outlets.IsInScopeAsync(scope, terminal, cancellationToken))
        {
            return (null, []);
        }

        var problems = request.Problems().OfType<RequestProblem>().ToList();
        if (request.At is { } at && (at > time.Now + ClockSkew || at < time.Now - OldestQueued))
            problems.Add(new RequestProblem("command.at", "The time lies within the last seven days of the region's clock.", "at", at.ToString("O")));
        if (problems.Count > 0)
            return (null, problems);
        var header = new CommandHeader(request.CommandId, person.User, request.At ?? time.Now);
        return (new TerminalCommandContext(person, terminal, scope, time, header, grains.GetGrain<ITerminalGrain>(terminal.Value)), []);
    }

    /// <summary>What a driver did on an earlier day and sends only now is about that day's trips.</summary>
    private static DayRange DriverDaysOf(PersonFacts person, ITerminalCommandRequest request, RegionTime time)
    {
        var days = DriverDays.Of(person, time);
        if (person.Day is not null)
            return days;
        return request.At is { } at && at < time.Now && at >= time.Now - OldestQueued ? days with { First = time.Region.ToLocal(at).Date } : days;
    }
}
