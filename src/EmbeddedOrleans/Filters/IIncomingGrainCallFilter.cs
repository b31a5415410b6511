namespace Orleans;

/// <summary>Runs around every grain call of a silo, or, implemented by a grain class, around the calls of that grain.</summary>
public interface IIncomingGrainCallFilter
{
    Task Invoke(IIncomingGrainCallContext context);
}
