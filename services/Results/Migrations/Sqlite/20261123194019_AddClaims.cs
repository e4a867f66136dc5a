using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ocr.Results.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddClaims : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_results_StoredAt",
                table: "results");

            migrationBuilder.AddColumn<int>(
                name: "Duplicate",
                table: "results",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "DuplicateOf",
                table: "results",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "FoundFields",
                table: "results",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "IsReceipt",
                table: "results",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Sha256",
                table: "results",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "ValidFields",
                table: "results",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "claims",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    ReceiptId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RequestId = table.Column<string>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    StoredName = table.Column<string>(type: "TEXT", nullable: false),
                    ClaimedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_claims", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "payments",
                columns: table => new
                {
                    ReceiptId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RequestId = table.Column<string>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    StoredName = table.Column<string>(type: "TEXT", nullable: false),
                    Date = table.Column<string>(type: "TEXT", nullable: false),
                    Amount = table.Column<string>(type: "TEXT", nullable: false),
                    Phone = table.Column<string>(type: "TEXT", nullable: false),
                    Issuer = table.Column<string>(type: "TEXT", nullable: false),
                    Reference = table.Column<string>(type: "TEXT", nullable: false),
                    SeenAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payments", x => x.ReceiptId);
                });

            migrationBuilder.CreateIndex(
                name: "IX_results_figures",
                table: "results",
                columns: new[] { "StoredAt", "Succeeded", "IsReceipt", "CacheHit", "ReasonCode", "Duplicate", "ProcessingSeconds", "ConfidenceAverage", "FoundFields", "ValidFields", "DocumentBytes" });

            migrationBuilder.CreateIndex(
                name: "IX_batches_OpenedAt",
                table: "batches",
                column: "OpenedAt");

            migrationBuilder.CreateIndex(
                name: "IX_claims_ClaimedAt",
                table: "claims",
                column: "ClaimedAt");

            migrationBuilder.CreateIndex(
                name: "IX_claims_ReceiptId",
                table: "claims",
                column: "ReceiptId");

            migrationBuilder.CreateIndex(
                name: "IX_payments_Date_Amount",
                table: "payments",
                columns: new[] { "Date", "Amount" });

            migrationBuilder.CreateIndex(
                name: "IX_payments_SeenAt",
                table: "payments",
                column: "SeenAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "claims");

            migrationBuilder.DropTable(
                name: "payments");

            migrationBuilder.DropIndex(
                name: "IX_results_figures",
                table: "results");

            migrationBuilder.DropIndex(
                name: "IX_batches_OpenedAt",
                table: "batches");

            migrationBuilder.DropColumn(
                name: "Duplicate",
                table: "results");

            migrationBuilder.DropColumn(
                name: "DuplicateOf",
                table: "results");

            migrationBuilder.DropColumn(
                name: "FoundFields",
                table: "results");

            migrationBuilder.DropColumn(
                name: "IsReceipt",
                table: "results");

            migrationBuilder.DropColumn(
                name: "Sha256",
                table: "results");

            migrationBuilder.DropColumn(
                name: "ValidFields",
                table: "results");

            migrationBuilder.CreateIndex(
                name: "IX_results_StoredAt",
                table: "results",
                column: "StoredAt");
        }
    }
}
