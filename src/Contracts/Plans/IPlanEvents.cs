using Territory.Model.Ids;

namespace Territory.Contracts.Plans;

/// <summary>A plan of one kind was proposed.</summary>
public interface IPlanProposed<out TPlan> : IEvent
{
    TPlan Plan { get; }
}

/// <summary>The latest proposal of one kind of plan became the plan of the day (发布).</summary>
public interface IPlanPublished<TPlan> : IEvent
{
    PlanId Plan { get; }

    int PlanVersion { get; }

    DateTimeOffset At { get; }
}

/// <summary>The latest proposal of one kind of plan was dropped.</summary>
public interface IPlanDiscarded<TPlan> : IEvent
{
    PlanId Plan { get; }

    int PlanVersion { get; }

    DateTimeOffset At { get; }
}
