using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Territory.Journal;

namespace Territory.Grains.Tests.Fixtures;

/// <summary>A journal whose past nobody may work out; all else goes to the journal behind it.</summary>
[SuppressMessage("Design", "MA0053", Justification = "The proxy is a class that is derived from it.")]
public class PresentJournal : DispatchProxy
{
    private IJournal? _journal;

    public static IJournal Of(IJournal journal)
    {
        var proxy = Create<IJournal, PresentJournal>();
        ((PresentJournal)proxy)._journal = journal;
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Name == nameof(IJournal.OpenPastAsync)
        ? throw new PastAskedException()
        : targetMethod.Invoke(_journal, args);
}
