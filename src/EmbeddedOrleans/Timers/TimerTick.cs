using Orleans.Runtime.Calls;

namespace Orleans.Runtime.Timers;

/// <summary>One tick of a grain timer: a request of the activation to itself, so it waits its turn like any other.</summary>
internal sealed class TimerTick(GrainTimer timer) : VoidRequest
{
    private static readonly MethodFacts TickFacts = new(typeof(IGrainTimer), typeof(GrainTimer).GetMethod(
        nameof(GrainTimer.Tick), System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!);

    internal override MethodFacts Facts => TickFacts;

    internal override CallTraits Traits => timer.Interleave ? CallTraits.AlwaysInterleave : CallTraits.None;

    internal override bool IsBounded => false;

    internal override bool HasCaller => false;

    internal override bool CountsAsUse => timer.KeepAlive;

    protected override ValueTask Call(object target) => new(timer.Tick());
}
