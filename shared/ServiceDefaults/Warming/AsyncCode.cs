using System.Reflection;
using System.Runtime.CompilerServices;

namespace Ocr.ServiceDefaults.Warming;

/// <summary>
/// Compiles what .NET generates for each asynchronous method: the methods of its builder and of its box are generic in the method's state machine, and ahead-of-time
/// compilation leaves them out, because they belong to the framework (docs/adr/0045). They have no public names, so that a framework with other names is left alone.
/// </summary>
public static class AsyncCode
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Type? Starter = typeof(AsyncTaskMethodBuilder).Assembly.GetType("System.Runtime.CompilerServices.AsyncMethodBuilderCore");
    private static readonly Type? NoResult = typeof(Task).Assembly.GetType("System.Threading.Tasks.VoidTaskResult");

    /// <summary>Compiles the code of the asynchronous methods of an assembly; returns the number of methods.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="inNamespace">The namespace of their classes; <see langword="null"/> for all.</param>
    public static int Prepare(Assembly assembly, string? inNamespace = null)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return assembly.GetTypes().Where(type => inNamespace is null || type.Namespace == inNamespace)
            .Where(static type => type.IsValueType && typeof(IAsyncStateMachine).IsAssignableFrom(type)).Count(Prepare);
    }

    private static bool Prepare(Type type)
    {
        if (Close(type) is not { } machine || machine.GetField("<>t__builder", All)?.FieldType is not { } builder)
        {
            return false;
        }

        var awaiters = machine.GetFields(All).Where(static field => field.Name.StartsWith("<>u__", StringComparison.Ordinal)).Select(static field => field.FieldType).ToArray();
        Compile(Starter, "Start", [machine]);
        Compile(builder, "Start", [machine]);
        Array.ForEach(awaiters, awaiter => Compile(builder, "AwaitUnsafeOnCompleted", [awaiter, machine]));
        if (Result(builder) is { } result)
        {
            var full = typeof(AsyncTaskMethodBuilder<>).MakeGenericType(result);
            Compile(full, "GetStateMachineBox", [machine]);
            Array.ForEach(awaiters, awaiter => Compile(full, "AwaitUnsafeOnCompleted", [awaiter, machine]));
            CompileBox(result, machine);
        }

        return true;
    }

    // Type arguments that are classes share their code. A generic method whose arguments cannot be classes is left out.
    private static Type? Close(Type type)
    {
        try
        {
            return type.ContainsGenericParameters
                ? type.GetGenericTypeDefinition().MakeGenericType([.. type.GetGenericArguments().Select(static _ => typeof(object))]) : type;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // The result of a builder of tasks.
    private static Type? Result(Type builder) =>
        builder == typeof(AsyncTaskMethodBuilder) ? NoResult
        : builder.IsGenericType && builder.GetGenericTypeDefinition() == typeof(AsyncTaskMethodBuilder<>) ? builder.GenericTypeArguments[0]
        : null;

    private static void CompileBox(Type result, Type machine)
    {
        var box = typeof(AsyncTaskMethodBuilder<>).GetNestedType("AsyncStateMachineBox`1", All)?.MakeGenericType(result, machine);
        foreach (var method in box?.GetMembers(All).OfType<MethodBase>().Where(static method => !method.IsAbstract) ?? [])
        {
            RuntimeHelpers.PrepareMethod(method.MethodHandle, [result.TypeHandle, machine.TypeHandle]);
        }
    }

    private static void Compile(Type? type, string name, Type[] arguments)
    {
        foreach (var method in type?.GetMethods(All).Where(method => method.Name == name && method.GetGenericArguments().Length == arguments.Length) ?? [])
        {
            RuntimeHelpers.PrepareMethod(
                method.MakeGenericMethod(arguments).MethodHandle, [.. type!.GenericTypeArguments.Concat(arguments).Select(static argument => argument.TypeHandle)]);
        }
    }
}
