using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Ocr.Results.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "results");

            migrationBuilder.CreateTable(
                name: "batches",
                schema: "results",
                columns: table => new
                {
                    RequestId = table.Column<string>(type: "text", nullable: false),
                    Size = table.Column<int>(type: "integer", nullable: false),
                    Profile = table.Column<string>(type: "text", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    FinishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_batches", x => x.RequestId);
                });

            migrationBuilder.CreateTable(
                name: "results",
                schema: "results",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    RequestId = table.Column<string>(type: "text", nullable: false),
                    ReceiptId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    ResultFile = table.Column<string>(type: "text", nullable: false),
                    StoredName = table.Column<string>(type: "text", nullable: false),
                    Succeeded = table.Column<bool>(type: "boolean", nullable: false),
                    ReasonCode = table.Column<string>(type: "text", nullable: true),
                    Message = table.Column<string>(type: "text", nullable: true),
                    CacheHit = table.Column<bool>(type: "boolean", nullable: false),
                    ProcessingSeconds = table.Column<double>(type: "double precision", nullable: false),
                    WordCount = table.Column<int>(type: "integer", nullable: false),
                    ConfidenceAverage = table.Column<double>(type: "double precision", nullable: false),
                    TextLength = table.Column<int>(type: "integer", nullable: false),
                    StoredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Announced = table.Column<bool>(type: "boolean", nullable: false),
                    Document = table.Column<string>(type: "text", nullable: false),
                    DocumentBytes = table.Column<int>(type: "integer", nullable: false),
                    Consolidated = table.Column<string>(type: "text", nullable: false),
                    Listing = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_results", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_batches_FinishedAt",
                schema: "results",
                table: "batches",
                column: "FinishedAt");

            migrationBuilder.CreateIndex(
                name: "IX_results_Announced",
                schema: "results",
                table: "results",
                column: "Announced");

            migrationBuilder.CreateIndex(
                name: "IX_results_RequestId_ReceiptId",
                schema: "results",
                table: "results",
                columns: new[] { "RequestId", "ReceiptId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_results_ResultFile",
                schema: "results",
                table: "results",
                column: "ResultFile",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_results_StoredAt",
                schema: "results",
                table: "results",
                column: "StoredAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "batches",
                schema: "results");

            migrationBuilder.DropTable(
                name: "results",
                schema: "results");
        }
    }
}
