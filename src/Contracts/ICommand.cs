namespace Territory.Contracts;

/// <summary>An intention, in the imperative. A grain answers with what happened or why not.</summary>
public interface ICommand
{
    CommandHeader Header { get; }
}
