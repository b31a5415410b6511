namespace Territory.ReadModel.Queries;

/// <summary>One party's day: the proposal that waits for a decision, and what is published.</summary>
public interface IPlanDay<out TPlan>
    where TPlan : class
{
    TPlan? Proposed { get; }

    TPlan? Published { get; }
}
