using System.Reflection;
using System.Reflection.Emit;

namespace Orleans.Runtime.References;

/// <summary>The dynamic assemblies that hold generated classes, one per assembly of contracts, each let into what it has to call.</summary>
internal static class FriendAssemblies
{
    private static readonly Dictionary<Assembly, ModuleBuilder> Modules = [];

    /// <summary>The module for classes generated for this assembly's interfaces. Call under <see cref="ReferenceEmitter.Gate"/>.</summary>
    internal static ModuleBuilder For(Assembly contracts)
    {
        if (Modules.TryGetValue(contracts, out var module))
            return module;

        var name = $"{contracts.GetName().Name}.References";
        var builder = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName(name), AssemblyBuilderAccess.Run);
        module = builder.DefineDynamicModule(name);

        // Grain interfaces may be internal, and so are the classes the references derive from. The runtime honours this attribute by name.
        var constructor = DefineAttribute(module);
        Assembly[] friends = [typeof(FriendAssemblies).Assembly, contracts];
        foreach (var friend in friends.Distinct())
            builder.SetCustomAttribute(new CustomAttributeBuilder(constructor, [friend.GetName().Name!]));

        Modules.Add(contracts, module);
        return module;
    }

    private static ConstructorInfo DefineAttribute(ModuleBuilder module)
    {
        var type = module.DefineType(
            "System.Runtime.CompilerServices.IgnoresAccessChecksToAttribute", TypeAttributes.Public | TypeAttributes.Sealed, typeof(Attribute));
        var usage = typeof(AttributeUsageAttribute).GetConstructor([typeof(AttributeTargets)])!;
        type.SetCustomAttribute(new CustomAttributeBuilder(
            usage,
            [AttributeTargets.Assembly],
            [typeof(AttributeUsageAttribute).GetProperty(nameof(AttributeUsageAttribute.AllowMultiple))!],
            [true]));
        var constructor = type.DefineConstructor(MethodAttributes.Public, CallingConventions.Standard, [typeof(string)]);
        var il = constructor.GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Call, typeof(Attribute).GetConstructor(BindingFlags.Instance | BindingFlags.NonPublic, [])!);
        il.Emit(OpCodes.Ret);
        return type.CreateType().GetConstructor([typeof(string)])!;
    }
}
